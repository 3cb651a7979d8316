"""A text and its layers: sentences, words, anchors, the codebook, and how far codings agree."""
