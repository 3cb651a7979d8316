"""How far words stand out from their ground, by WCAG 2.2: between two colours, and of everything written in a page."""

from playwright.sync_api import Page


def contrast(one: str, other: str) -> float:
    """The ratio of two colours written #rrggbb, 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


WRITTEN = """(within) => {
  const parts = (colour) => {
    const [, kind, inner] = colour.match(/^(rgba?|color)\\((.*)\\)$/);
    const numbers = inner.replace("srgb", "").split(/[ ,\\/]+/).filter(Boolean).map(Number);
    return kind === "color" ? [...numbers.slice(0, 3).map((n) => n * 255), ...numbers.slice(3)] : numbers;
  };
  const hex = (colour) => "#" + colour.slice(0, 3).map((n) => Math.round(n).toString(16).padStart(2, "0")).join("");
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return hex(colour);
      if (colour[3] > 0) throw new Error(`the ground of ${at.outerHTML.slice(0, 80)} shows what is below it`);
    }
    return "#ffffff";
  };
  return [...document.querySelectorAll(within)].flatMap((root) => [...root.querySelectorAll("*")])
    .filter((e) => !(e instanceof SVGElement) && e.checkVisibility({ visibilityProperty: true }))
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim()))
    .map((e) => [hex(parts(getComputedStyle(e).color)), ground(e),
      `${e.tagName} .${e.className}: ${e.textContent.trim().slice(0, 40)}`]);
}"""


def written(page: Page, within: str) -> list[tuple[str, str, str]]:
    """All that is written within what a selector finds, drawings aside: ``(its colour, its ground, what it is)``."""
    return [tuple(one) for one in page.evaluate(WRITTEN, within)]


def faint(page: Page, within: str) -> list[str]:
    """What is written too faintly to be read: below 4.5 to 1."""
    return [
        f"{what}: {colour} on {ground}"
        for colour, ground, what in written(page, within)
        if contrast(colour, ground) < 4.5
    ]
