"""The search reads the words of a page under their headings, and nothing of its drawings, markup and ways elsewhere."""

from __future__ import annotations

from hooks.search_text import search_text

PAGE = """<section class="year"><h2 id="1.1/2022-23">2022-23 &amp; on</h2>
<ul><li><svg class="symbol"><title>Sign</title><use href="#x"/></svg><b>2</b> complete</li></ul>
<ul class="edit-links" aria-label="Report or correct 1.1"><li><a href="x">Edit this<span>: Read</span></a></li></ul>
<nav class="jump" aria-label="On this page"><a href="#a">Read</a></nav>
<h3 id="a"><a href="../">Read &lt;daily&gt;</a></h3><td>One</td><td>Two</td></section>"""


def test_headings_and_words_are_left() -> None:
    """Headings keep their anchors, words stay apart, and what was escaped stays so."""
    assert search_text(PAGE).strip() == (
        '<h2 id="1.1/2022-23">2022-23 &amp; on</h2> 2 complete <h3 id="a"> Read &lt;daily&gt; </h3> One Two'
    )
