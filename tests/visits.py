"""Two kinds of file that the product does not know: the visits of trustees to schools, and partners of the trust."""

from typing import Annotated

from pydantic import Field

from validate.layout import FileKind
from validate.records.base import Record, Shareable
from validate.records.notes import ROLE, SCHOOL, Deadline, Reference, Seen, Table
from validate.records.report import EvidenceRecord
from validate.values.dates import Day
from validate.values.text import Line, Prose, Slug

AIM = Reference("visit_aims", "unknown-school", "an aim of visits", 'add it to "aims" in plan/visits.yml')
FOLLOW_UP = Deadline(
    one="follow-up", title="Follow-ups", words="Follow up the {}", met_by="notes", met="noted", roles=("lead",)
)


class AimRecord(Record):
    """Something that visits are made for."""

    table = Table("visit_aims", "What visits are made for.", one="aim", called="words", alone=True)

    id: Slug = Field(title="Id", description="A short name.", examples=["see-lessons"])
    words: Line = Field(title="Words", description="The aim in words.", examples=["See lessons"])


class VisitNoteRecord(Shareable):
    """What came of a visit."""

    table = Table("visit_notes", "What came of each visit.", one="visit note")

    date: Annotated[Day, Seen.ENTRY_FROM] = Field(title="Date", description="The day.", examples=["2023-02-10"])
    note: Prose = Field(title="Note", description="What was seen.", examples=["Every class reads."])
    board_note: Annotated[Prose, Seen.TRUSTEES_VALUE] | None = Field(
        None, title="Board note", description="More of it, for trustees.", examples=["Ask again."]
    )
    evidence: list[EvidenceRecord] = Field(
        default_factory=list, title="Evidence", description="The proofs.", examples=[]
    )


class VisitRecord(Shareable):
    """A visit of trustees to a school."""

    table = Table("visits", "The visits of trustees to schools.", one="visit", alone=True)

    id: Slug = Field(title="Id", description="A short name.", examples=["reading-walk"])
    name: Line = Field(title="Name", description="What it is called.", examples=["Reading walk"])
    school: Annotated[Slug, SCHOOL] = Field(title="School", description="Where.", examples=["elm-road"])
    aim: Annotated[Slug, AIM] | None = Field(None, title="Aim", description="What for.", examples=["see-lessons"])
    lead: Annotated[Slug, ROLE] | None = Field(None, title="Lead", description="Who leads it.", examples=["clerk"])
    follow_up: Annotated[Day, FOLLOW_UP] | None = Field(
        None, title="Follow up", description="By when it is followed up.", examples=["2023-05-31"]
    )
    notes: list[VisitNoteRecord] = Field(
        default_factory=list, title="Notes", description="What came of it, oldest first.", examples=[]
    )


class VisitsRecord(Shareable):
    """visits.yml: the visits of trustees to schools."""

    aims: list[AimRecord] = Field(default_factory=list, title="Aims", description="The aims.", examples=[])
    visits: list[VisitRecord] = Field(title="Visits", description="The visits.", examples=[], min_length=1)


class PartnerRecord(Shareable):
    """Somebody outside the trust who works with its schools."""

    table = Table("partners", "Who works with the schools.", one="partner", alone=True)

    id: Slug = Field(title="Id", description="A short name.", examples=["library"])
    name: Line = Field(title="Name", description="What it is called.", examples=["Town library"])


VISITS = FileKind("visits", "plan/visits.yml", VisitsRecord)
PARTNERS = FileKind("partner", "plan/partners/*.yml", PartnerRecord)

TEXT = """\
aims:
  - id: see-lessons
    words: See lessons as pupils see them
visits:
  - id: reading-walk
    name: Reading walk
    school: oak-lane-primary
    aim: see-lessons
    lead: clerk
    notes:
      - date: 2023-02-10
        note: Every class reads before lunch.
        board_note: One teacher asked for quieter rooms.
        evidence:
          - title: Notes of the reading walk
            kind: minutes
            date: 2023-02-10
            url: https://example.org/walk
  - id: kitchen
    name: Behind the counter
    audience: trustees
    school: oak-lane-primary
    lead: clerk
    follow_up: 2023-02-28
    notes:
      - date: 2023-03-20
        publish_after: 2023-12-31
        note: The freezer must be replaced soon.
  - id: playground
    name: Playground at noon
    school: oak-lane-primary
    lead: clerk
    follow_up: 2023-05-31
"""
