"""Two letters and a thread of e-mails, made for these tests."""

from __future__ import annotations

from pathlib import Path

from assistant.assistant import Assistant

DOCUMENTS = {
    "harbour.txt": """Low Quay, Bramsund
3 May 1921

Dear Miss Aldous,

Thank you for the parcel of charts. Captain Reeve will bring the tide tables on the Monday boat.
The lamp at the pier head is still dark.

Yours sincerely,

Tobias Wren
Keeper of the harbour
""",
    "answer.md": """# Bramsund papers

Dear Mr Wren,

The oil for the lamp was sent in April. Please sign for it.

With kind regards,
Ida Aldous
""",
    "thread.txt": """From: Lena Voigt <lena@quay.example>
To: Sam Orr <sam@quay.example>
Date: Tue, 4 June 2019 09:12
Subject: Crane inspection

Hi Sam,

the inspector comes on Thursday at ten.

Best wishes,
Lena

From: Sam Orr <sam@quay.example>
To: Lena Voigt <lena@quay.example>
Date: Tue, 4 June 2019 11:40
Subject: Re: Crane inspection

Hello Lena,

the log book is in the cabin, and the brake was greased in May.

Sam
""",
}


def open_post(folder: Path) -> Assistant:
    """Write the documents below ``folder`` and open an assistant over them."""
    (folder / "documents").mkdir(parents=True)
    for name, text in DOCUMENTS.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    return Assistant.open(str(folder / "documents"), str(folder / "index"))
