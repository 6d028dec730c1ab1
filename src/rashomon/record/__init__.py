"""The nouns of Rashomon: frozen, slotted, without behaviour that needs anything else."""

from rashomon.record.attribution import Act, Attribution, Polarity, Quotation, SourceKind, Speaker
from rashomon.record.correction import Correction, CorrectionKind
from rashomon.record.date import Basis, Date, Precision
from rashomon.record.evidence import Evidence
from rashomon.record.happening import Happening, Modality
from rashomon.record.heard import Filed, Heard, Reading
from rashomon.record.mention import EntityKind, Named
from rashomon.record.page import Article, Genre, Page, Segment
from rashomon.record.record import (
    Account,
    ArticleRow,
    AttributionRow,
    Claim,
    Entity,
    Event,
    Link,
    LinkKind,
    Origin,
    OriginKind,
    PageRow,
    Place,
    Position,
    Record,
    Source,
    Status,
    StoryInfo,
)
from rashomon.record.span import Span
from rashomon.record.time import TimeExpression, TimeType

__all__ = [
    "Account",
    "Act",
    "Article",
    "ArticleRow",
    "Attribution",
    "AttributionRow",
    "Basis",
    "Claim",
    "Correction",
    "CorrectionKind",
    "Date",
    "Entity",
    "EntityKind",
    "Event",
    "Evidence",
    "Filed",
    "Genre",
    "Happening",
    "Heard",
    "Link",
    "LinkKind",
    "Modality",
    "Named",
    "Origin",
    "OriginKind",
    "Page",
    "PageRow",
    "Place",
    "Polarity",
    "Position",
    "Precision",
    "Quotation",
    "Reading",
    "Record",
    "Segment",
    "Source",
    "SourceKind",
    "Span",
    "Speaker",
    "Status",
    "StoryInfo",
    "TimeExpression",
    "TimeType",
]
