"""What a page leaves out of a module, and what it may never leave out."""

from whosaysso.browser.lean import lean

MODULE = """/** A comment. */
const text = "// no comment", other = '/* none */', found = /[/]* \\/\\//;
  const many = `first
     // no comment
  last`; // a comment
let product = 2
 * 3; /* a
comment */ let next = (/** @type {number} */ product);
export { text, other, found, many, next };
"""


def test_nothing_but_comments_and_indentation_goes(page):
    """Comments fall away; what only looks like one in a text, a pattern or a product stays, and so does its value."""
    kept = lean(MODULE)
    assert "comment." not in kept and "a comment" not in kept and "@type" not in kept
    page.goto("about:blank")
    read = """async (module) => {
        const all = await import(URL.createObjectURL(new Blob([module], {type: "text/javascript"})));
        return [all.text, all.other, String(all.found), all.many, all.next];
    }"""
    assert page.evaluate(read, kept) == page.evaluate(read, MODULE)
    assert page.evaluate(read, kept)[3:] == ["first\n     // no comment\n  last", 6]


def test_what_is_not_understood_stays_as_it_is():
    """A module that the parser does not understand is carried as it was written."""
    assert lean("let = = // ?\n   1") == "let = = // ?\n   1"
