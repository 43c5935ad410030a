#!/usr/bin/env bash
# Makes the files of this folder anew from sources/. Wants pandoc, LibreOffice (Writer, Calc,
# Impress) and Chromium; the tests do not, since what they made is kept.
set -euo pipefail
cd "$(dirname "$0")"
office() { soffice --headless --convert-to "$1" --outdir "$3" "$2" >/dev/null 2>&1; }
chrome() { chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$2" "file://$PWD/$1" >/dev/null 2>&1; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT

pandoc sources/mill.md -o pandoc.docx
pandoc sources/mill.md -o pandoc.epub
pandoc sources/mill.md --standalone --toc -o pandoc.html
pandoc sources/slides.md -o pandoc.pptx
office pdf pandoc.docx "$work" && mv "$work/pandoc.pdf" writer.pdf
office odt pandoc.docx "$work" && office docx "$work/pandoc.odt" "$work" && mv "$work/pandoc.docx" writer.docx
office pptx pandoc.pptx "$work" && mv "$work/pandoc.pptx" impress.pptx
office pdf pandoc.pptx "$work" && mv "$work/pandoc.pdf" impress.pdf
office xlsx sources/tides.fods "$work" && mv "$work/tides.xlsx" calc.xlsx
office 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2' sources/tides.fods "$work"
mv "$work"/tides-Visitors.csv calc.csv 2>/dev/null || mv "$work"/tides*.csv calc.csv
cp sources/page.html page.html
chrome sources/page.html chromium.pdf
pandoc sources/mill.md --standalone -o "$work/mill.html" && cp "$work/mill.html" print.html && chrome print.html chromium-pages.pdf; rm -f print.html
office 'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"secret"}}' pandoc.docx "$work"
mv "$work/pandoc.pdf" locked.pdf
chrome sources/narrow.html narrow.pdf

# A scan: a page as a picture of its pixels, printed again.
printf '<body style="margin:0;font:34px serif;width:640px"><p>The keeper of the pond counted nineteen herons in March.</p><p>In April there were twelve.</p></body>' >"$work/scan.html"
chromium --headless --no-sandbox --disable-gpu --window-size=660,300 --screenshot="$work/scan.png" "file://$work/scan.html" >/dev/null 2>&1
printf '<body style="margin:0"><img src="scan.png" style="width:100%%"></body>' >"$work/print.html"
chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf=scan.pdf "file://$work/print.html" >/dev/null 2>&1
