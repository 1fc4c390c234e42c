"""Drawings of the decision map, as text: org chart, matrix, the SVG that is saved, the PDF. No query, no request."""
