// The reader's switches in the address, so that a link shares what is shown: …#layers=voice,number&at=P3.4
// Everything else in the reader works without this.

const articleView = {
  /** @param {{model: {get(name: "markup"): string}, el: HTMLElement}} context */
  render({ model, el }) {
    if (!el.matches("[data-reader]")) el.innerHTML = model.get("markup"); // our own template, escaped
  },
};
export default articleView;

/** @type {HTMLElement[]} */
const readers = typeof document === "undefined" ? [] : [...document.querySelectorAll("[data-reader]")];
if (readers.length === 1) shareSwitches(readers[0]); // an address can hold the switches of one text

/** @param {HTMLElement} reader */
function shareSwitches(reader) {
  const switches = [...reader.querySelectorAll("input[name=layer]")];

  function fromAddress() {
    const state = new URLSearchParams(location.hash.slice(1));
    const layers = state.get("layers");
    if (layers === null) return;
    const shown = layers.split(",");
    switches.forEach((s) => (s.checked = shown.includes(s.value)));
    const place = state.get("at");
    if (place) document.getElementById(place)?.scrollIntoView({ behavior: "instant" });
  }

  reader.addEventListener("change", () => {
    const shown = switches.filter((s) => s.checked).map((s) => s.value);
    const place = new URLSearchParams(location.hash.slice(1)).get("at") ?? (/^#[PH]\d/.test(location.hash) ? location.hash.slice(1) : null);
    history.replaceState(null, "", shown.length ? `#layers=${shown.join(",")}${place ? `&at=${place}` : ""}` : `#${place ?? ""}`);
  });
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
}
