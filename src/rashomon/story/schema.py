"""The tables of a story file."""

from __future__ import annotations

# "RSHM" in ASCII: `file story.rashomon` and sqlite3 show it.
APPLICATION_ID = 0x5253484D

# `number` is a row's own, the same in every build; the order of the record is in `orders`. Lists of words are JSON
# arrays; dates are three columns (value, precision, basis) with their evidence, like all evidence, in one table under
# the row's id and a role.
TABLES = """
CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied TEXT NOT NULL);
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE pages (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL, url TEXT, media_type TEXT, captured TEXT, problems TEXT NOT NULL
);
CREATE TABLE articles (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  page TEXT NOT NULL REFERENCES pages(id), position INTEGER NOT NULL,
  title TEXT, standfirst TEXT, outlet TEXT, authors TEXT NOT NULL,
  published TEXT, published_precision TEXT, published_basis TEXT,
  updated TEXT, updated_precision TEXT, updated_basis TEXT,
  language TEXT, genre TEXT NOT NULL, genre_cue TEXT, text TEXT NOT NULL, segments TEXT NOT NULL,
  problems TEXT NOT NULL, title_place TEXT, published_place TEXT
);
CREATE TABLE entities (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL, kind TEXT NOT NULL, names TEXT NOT NULL, reasons TEXT NOT NULL
);
CREATE TABLE attributions (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL REFERENCES articles(id), inside TEXT,
  speaker TEXT REFERENCES entities(id), speaker_name TEXT, speaker_kind TEXT, speaker_reason TEXT,
  anonymous INTEGER NOT NULL, quotation TEXT NOT NULL, act TEXT NOT NULL, polarity TEXT NOT NULL, addressee TEXT,
  said TEXT, said_precision TEXT, said_basis TEXT,
  confidence REAL NOT NULL, checked INTEGER NOT NULL, note TEXT
);
CREATE INDEX attributions_of_article ON attributions(article);
CREATE INDEX attributions_of_speaker ON attributions(speaker);
CREATE TABLE claims (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL, status TEXT NOT NULL, independent_origins INTEGER NOT NULL, reason TEXT NOT NULL
);
CREATE TABLE accounts (
  claim TEXT NOT NULL REFERENCES claims(id), position INTEGER NOT NULL,
  attribution TEXT REFERENCES attributions(id), article TEXT NOT NULL REFERENCES articles(id), voice TEXT,
  stance TEXT NOT NULL, origin TEXT NOT NULL, said TEXT, said_precision TEXT, said_basis TEXT, reason TEXT NOT NULL,
  PRIMARY KEY (claim, position)
);
CREATE TABLE events (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL, date TEXT, date_precision TEXT, date_basis TEXT,
  participants TEXT NOT NULL, kind TEXT NOT NULL, modality TEXT NOT NULL, weight REAL NOT NULL
);
CREATE TABLE origins (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL, articles TEXT NOT NULL
);
CREATE TABLE links (
  number INTEGER PRIMARY KEY, kind TEXT NOT NULL, from_article TEXT NOT NULL, to_id TEXT NOT NULL, reason TEXT NOT NULL
);
CREATE TABLE dropped (reason TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE evidence (
  owner TEXT NOT NULL, role TEXT NOT NULL, position INTEGER NOT NULL,
  article TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (owner, role, position)
) WITHOUT ROWID;
CREATE TABLE corrections (
  position INTEGER PRIMARY KEY AUTOINCREMENT, made TEXT NOT NULL, by TEXT NOT NULL, correction TEXT NOT NULL,
  undone TEXT
);
CREATE TABLE readings (
  page TEXT NOT NULL, made_by TEXT NOT NULL, reading BLOB, reason TEXT NOT NULL, message TEXT NOT NULL,
  lasting INTEGER NOT NULL,
  PRIMARY KEY (page, made_by)
);
CREATE TABLE sources (page TEXT PRIMARY KEY, name TEXT NOT NULL, made_by TEXT NOT NULL, captured TEXT) WITHOUT ROWID;
CREATE TABLE judgements (
  pair BLOB PRIMARY KEY, entailment REAL NOT NULL, neutral REAL NOT NULL, contradiction REAL NOT NULL
) WITHOUT ROWID;
CREATE VIRTUAL TABLE article_search USING fts5(
  title, outlet, text, content='articles', content_rowid='number', prefix='2 3',
  tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE line_search USING fts5(
  kind UNINDEXED, id UNINDEXED, article UNINDEXED, heading, text, prefix='2 3',
  tokenize="unicode61 remove_diacritics 2"
);
CREATE VIEW who_said_what AS
  SELECT a.id, coalesce(e.name, a.speaker_name, '(not named)') AS speaker, a.act, a.polarity,
    (SELECT group_concat(text, ' … ') FROM evidence WHERE owner = a.id AND role = 'content') AS words,
    a.said, r.outlet, r.title, r.published
  FROM attributions a JOIN articles r ON r.id = a.article LEFT JOIN entities e ON e.id = a.speaker;
CREATE VIEW disputes AS
  SELECT c.id, c.text AS claim, c.independent_origins, x.stance, coalesce(e.name, r.outlet) AS voice, x.said,
    r.outlet, r.title, x.reason,
    (SELECT group_concat(text, ' … ') FROM evidence WHERE owner = x.claim || '#' || x.position) AS words
  FROM claims c JOIN accounts x ON x.claim = c.id JOIN articles r ON r.id = x.article
    LEFT JOIN entities e ON e.id = x.voice
  WHERE c.status = 'disputed';
CREATE VIEW timeline AS
  SELECT e.date, e.date_precision, e.text AS what, r.outlet, r.title, v.text AS words
  FROM events e JOIN evidence v ON v.owner = e.id AND v.role = 'event' JOIN articles r ON r.id = v.article
  WHERE e.date IS NOT NULL ORDER BY e.date;
"""
