"""Documents: formats that are archives of XML, read part by part."""
