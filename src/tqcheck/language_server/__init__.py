"""The language server: what an editor is shown and offered while somebody writes. Only server.py knows the protocol."""
