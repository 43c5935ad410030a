"""An evaluation as one HTML file that opens offline: plots, metrics and every case."""

from ui.report.page import render_report

__all__ = ["render_report"]
