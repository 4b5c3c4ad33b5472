import type { Database } from 'better-sqlite3';
import { spellNumbers } from './004-spell-numbers.ts';

/**
 * Version 4: every kind of message with what belongs to it (files, reactions, edits, where it was written, what it cost), customers with notes and tags,
 * catalogues, texts that stand ready, and the index of words. Documented in docs/data.md.
 */
export function chats(db: Database): void {
  db.exec(`
    ALTER TABLE messages ADD COLUMN origin TEXT NOT NULL DEFAULT 'here' CHECK (origin IN ('here', 'phone', 'program'));
    ALTER TABLE messages ADD COLUMN quiet INTEGER NOT NULL DEFAULT 0 CHECK (quiet IN (0, 1));
    ALTER TABLE messages ADD COLUMN forwarded INTEGER NOT NULL DEFAULT 0 CHECK (forwarded IN (0, 1, 2));
    ALTER TABLE messages ADD COLUMN group_id TEXT;
    ALTER TABLE messages ADD COLUMN referral TEXT;
    ALTER TABLE messages ADD COLUMN folded_into INTEGER REFERENCES messages (id);
    ALTER TABLE messages ADD COLUMN pricing TEXT;
    ALTER TABLE messages ADD COLUMN pricing_category TEXT;
    ALTER TABLE messages ADD COLUMN dismissed_at INTEGER;
    CREATE INDEX messages_unfolded ON messages (context_wamid) WHERE folded_into IS NULL AND type IN ('reaction', 'edit', 'revoke');
    ALTER TABLE tick_parking ADD COLUMN pricing TEXT;
    CREATE INDEX messages_folded ON messages (folded_into) WHERE folded_into IS NOT NULL;
    CREATE INDEX messages_failed ON messages (id) WHERE status IN ('failed', 'unknown') AND sent_again_as IS NULL AND dismissed_at IS NULL;
    CREATE INDEX messages_service ON messages (coalesce(tick_delivered_at, tick_read_at)) WHERE pricing_category = 'service';

    ALTER TABLE conversations ADD COLUMN last_outbound_at INTEGER;
    ALTER TABLE conversations ADD COLUMN settled_at INTEGER;
    ALTER TABLE conversations ADD COLUMN read_sent_id INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE conversations ADD COLUMN draft TEXT;
    ALTER TABLE conversations ADD COLUMN warned_for INTEGER;
    -- Chats that are no more, for a page or a link that still names one: what each became, or NULL where its customer was erased.
    CREATE TABLE gone_chats (id INTEGER PRIMARY KEY, became INTEGER) STRICT;
    UPDATE conversations SET
      last_outbound_at = (SELECT max(m.sent_at) FROM messages m WHERE m.conversation_id = conversations.id AND m.direction = 'out' AND m.deleted_at IS NULL),
      read_sent_id = seen_message_id;

    CREATE TABLE reactions (
      target_wamid TEXT NOT NULL,
      customer_id INTEGER NOT NULL,
      emoji TEXT NOT NULL,
      at INTEGER NOT NULL,
      wamid TEXT NOT NULL,
      PRIMARY KEY (target_wamid, customer_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE message_edits (
      wamid TEXT PRIMARY KEY,
      target_wamid TEXT NOT NULL,
      at INTEGER NOT NULL,
      content TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX message_edits_target ON message_edits (target_wamid, at);

    CREATE TABLE media (
      id INTEGER PRIMARY KEY,
      message_id INTEGER NOT NULL UNIQUE REFERENCES messages (id),
      kind TEXT NOT NULL CHECK (kind IN ('image', 'video', 'audio', 'document', 'sticker')),
      wa_id TEXT,
      mime_type TEXT,
      filename TEXT,
      sha256 TEXT,
      hash TEXT,
      size INTEGER,
      width INTEGER,
      height INTEGER,
      duration_ms INTEGER,
      state TEXT NOT NULL CHECK (state IN ('wanted', 'ready', 'failed', 'gone', 'too-large', 'removed')),
      reason TEXT,
      tries INTEGER NOT NULL DEFAULT 0,
      next_at INTEGER,
      url TEXT,
      url_at INTEGER,
      uploaded_at INTEGER
    ) STRICT;
    CREATE INDEX media_wanted ON media (next_at) WHERE next_at IS NOT NULL;
    CREATE INDEX media_hash ON media (hash) WHERE hash IS NOT NULL;

    ALTER TABLE customers ADD COLUMN called TEXT;
    ALTER TABLE customers ADD COLUMN note TEXT;
    ALTER TABLE customers ADD COLUMN tags TEXT;
    ALTER TABLE customers ADD COLUMN blocked_at INTEGER;
    ALTER TABLE customer_aliases ADD COLUMN canonical TEXT;
    CREATE INDEX customer_aliases_canonical ON customer_aliases (canonical) WHERE canonical IS NOT NULL;
    ALTER TABLE customers ADD COLUMN erased_at INTEGER;
    CREATE TABLE erased_aliases (digest TEXT PRIMARY KEY, erased_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE erasures (
      customer_id INTEGER PRIMARY KEY,
      aliases TEXT NOT NULL,
      erased_at INTEGER NOT NULL,
      log_done INTEGER NOT NULL DEFAULT 0,
      log_end INTEGER NOT NULL,
      messages INTEGER NOT NULL DEFAULT 0,
      files INTEGER NOT NULL DEFAULT 0,
      arrivals INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    ALTER TABLE products ADD COLUMN product_id TEXT;
    ALTER TABLE products ADD COLUMN description TEXT;
    ALTER TABLE products ADD COLUMN section TEXT;
    ALTER TABLE products ADD COLUMN url TEXT;
    ALTER TABLE products ADD COLUMN image_url TEXT;
    ALTER TABLE products ADD COLUMN visibility TEXT;
    ALTER TABLE products ADD COLUMN review TEXT;
    ALTER TABLE products ADD COLUMN sale_price_text TEXT;
    -- Where the picture that is kept came from (its address without the query, which changes by itself), and when it is to be fetched unasked.
    ALTER TABLE products ADD COLUMN image_from TEXT;
    ALTER TABLE products ADD COLUMN picture_at INTEGER;
    CREATE INDEX products_pictures ON products (picture_at) WHERE picture_at IS NOT NULL;
    DROP INDEX products_listed;
    CREATE INDEX products_listed ON products (removed_at, name, section, availability, visibility);
    CREATE INDEX messages_asked ON messages (retailer_id, catalog_id, sent_at) WHERE retailer_id IS NOT NULL;
    ALTER TABLE catalogues ADD COLUMN name TEXT;
    ALTER TABLE catalogues ADD COLUMN connected INTEGER NOT NULL DEFAULT 0 CHECK (connected IN (0, 1));
    ALTER TABLE catalogues ADD COLUMN source TEXT NOT NULL DEFAULT 'orders' CHECK (source IN ('meta', 'csv', 'orders'));
    ALTER TABLE catalogues ADD COLUMN problem TEXT;

    CREATE TABLE quick_replies (
      id INTEGER PRIMARY KEY,
      shortcut TEXT NOT NULL UNIQUE COLLATE NOCASE,
      texts TEXT NOT NULL
    ) STRICT;

    CREATE TABLE templates (
      name TEXT NOT NULL,
      language TEXT NOT NULL,
      wa_id TEXT,
      category TEXT NOT NULL,
      status TEXT NOT NULL,
      format TEXT,
      components TEXT NOT NULL,
      rejected_reason TEXT,
      PRIMARY KEY (name, language)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE auto_answers (
      customer_id INTEGER NOT NULL REFERENCES customers (id),
      kind TEXT NOT NULL CHECK (kind IN ('away', 'greeting')),
      day TEXT NOT NULL,
      message_id INTEGER NOT NULL REFERENCES messages (id),
      PRIMARY KEY (customer_id, kind, day)
    ) STRICT, WITHOUT ROWID;

    CREATE VIRTUAL TABLE messages_search USING fts5 (words, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1');
    -- What is taken out of the index is not to be read in its pages either.
    INSERT INTO messages_search (messages_search, rank) VALUES ('secure-delete', 1);
    -- Messages come too fast to be indexed as they come; what changes afterwards is rare, and noted here.
    CREATE TABLE messages_unindexed (id INTEGER PRIMARY KEY) STRICT;
    CREATE TRIGGER messages_search_changed AFTER UPDATE OF content ON messages BEGIN INSERT OR IGNORE INTO messages_unindexed (id) VALUES (new.id); END;
    CREATE TRIGGER messages_search_edited AFTER INSERT ON message_edits BEGIN
      INSERT OR IGNORE INTO messages_unindexed (id) SELECT id FROM messages WHERE wamid = new.target_wamid;
    END;
    CREATE TRIGGER messages_search_deleted AFTER DELETE ON messages BEGIN
      DELETE FROM messages_search WHERE rowid = old.id;
      DELETE FROM messages_unindexed WHERE id = old.id;
    END;
  `);
  spellNumbers(db);
}
