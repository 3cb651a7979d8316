"""What page, notebook and paper share of HTML, style and behaviour;
how the modules that run in a browser are joined.
"""
