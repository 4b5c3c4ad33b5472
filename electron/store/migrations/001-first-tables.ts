import type { Database } from 'better-sqlite3';

/** Version 1: the whole line, from a webhook's body to a customer's order and the shop's reply. Documented in docs/data.md. */
export function firstTables(db: Database): void {
  db.exec(`
    CREATE TABLE webhook_log (
      id INTEGER PRIMARY KEY,
      body ANY NOT NULL,
      shape TEXT NOT NULL CHECK (shape IN ('cloud', 'onprem', 'none')),
      outcome TEXT NOT NULL CHECK (outcome IN ('applied', 'partly', 'unread', 'redacted')),
      reason TEXT,
      reader INTEGER NOT NULL,
      received_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX webhook_log_open ON webhook_log (id) WHERE outcome IN ('partly', 'unread');

    CREATE TABLE customers (
      id INTEGER PRIMARY KEY,
      name TEXT,
      username TEXT,
      named_at INTEGER,
      username_at INTEGER
    ) STRICT;

    CREATE TABLE customer_aliases (
      customer_id INTEGER NOT NULL REFERENCES customers (id),
      kind TEXT NOT NULL CHECK (kind IN ('wa_id', 'user_id', 'parent_user_id')),
      value TEXT NOT NULL,
      seen_at INTEGER NOT NULL,
      PRIMARY KEY (kind, value)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX customer_aliases_customer ON customer_aliases (customer_id);

    CREATE TABLE conversations (
      id INTEGER PRIMARY KEY,
      customer_id INTEGER NOT NULL REFERENCES customers (id),
      phone_number_id TEXT NOT NULL,
      last_inbound_at INTEGER,
      last_at INTEGER NOT NULL,
      seen_message_id INTEGER NOT NULL DEFAULT 0,
      UNIQUE (customer_id, phone_number_id)
    ) STRICT;
    CREATE INDEX conversations_last ON conversations (last_at, id);

    CREATE TABLE messages (
      id INTEGER PRIMARY KEY,
      wamid TEXT UNIQUE,
      conversation_id INTEGER NOT NULL REFERENCES conversations (id),
      direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
      type TEXT NOT NULL,
      status TEXT CHECK (status IN ('queued', 'sending', 'unknown', 'accepted', 'sent', 'delivered', 'read', 'played', 'failed')),
      sent_at INTEGER NOT NULL,
      received_at INTEGER,
      late INTEGER NOT NULL DEFAULT 0,
      content TEXT NOT NULL,
      context_wamid TEXT,
      catalog_id TEXT,
      retailer_id TEXT,
      callback_id TEXT,
      tick_sent_at INTEGER,
      tick_delivered_at INTEGER,
      tick_read_at INTEGER,
      tick_played_at INTEGER,
      tick_failed_at INTEGER,
      failure TEXT,
      deleted_at INTEGER,
      sent_again_as INTEGER REFERENCES messages (id),
      log_id INTEGER REFERENCES webhook_log (id),
      CHECK ((direction = 'in') = (status IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX messages_callback ON messages (callback_id) WHERE callback_id IS NOT NULL;
    CREATE INDEX messages_thread ON messages (conversation_id, sent_at, id);
    CREATE INDEX messages_question ON messages (conversation_id, sent_at, id) WHERE retailer_id IS NOT NULL;
    CREATE INDEX messages_unknown ON messages (id) WHERE status = 'unknown';

    CREATE TABLE orders (
      id INTEGER PRIMARY KEY,
      number INTEGER NOT NULL,
      business_day TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('new', 'accepted', 'preparing', 'ready', 'completed', 'declined', 'cancelled')),
      message_wamid TEXT NOT NULL UNIQUE REFERENCES messages (wamid),
      customer_id INTEGER NOT NULL REFERENCES customers (id),
      placed_at INTEGER NOT NULL,
      note TEXT,
      rehearsal INTEGER NOT NULL DEFAULT 0 CHECK (rehearsal IN (0, 1)),
      catalog_id TEXT NOT NULL,
      quiet INTEGER NOT NULL DEFAULT 0 CHECK (quiet IN (0, 1)),
      UNIQUE (business_day, number)
    ) STRICT;
    CREATE INDEX orders_state ON orders (state, placed_at);

    CREATE TABLE order_lines (
      order_id INTEGER NOT NULL REFERENCES orders (id),
      position INTEGER NOT NULL,
      retailer_id TEXT NOT NULL,
      quantity INTEGER,
      quantity_raw TEXT NOT NULL,
      unit_minor INTEGER,
      currency TEXT,
      unit_raw TEXT NOT NULL,
      PRIMARY KEY (order_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE order_events (
      id INTEGER PRIMARY KEY,
      order_id INTEGER NOT NULL REFERENCES orders (id),
      at INTEGER NOT NULL,
      who TEXT NOT NULL CHECK (who IN ('customer', 'operator', 'program')),
      from_state TEXT,
      to_state TEXT NOT NULL,
      reason TEXT
    ) STRICT;
    CREATE INDEX order_events_order ON order_events (order_id, id);

    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY,
      message_id INTEGER NOT NULL UNIQUE REFERENCES messages (id),
      conversation_id INTEGER NOT NULL REFERENCES conversations (id),
      state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'unknown', 'accepted', 'failed')),
      attempts INTEGER NOT NULL DEFAULT 0,
      next_at INTEGER NOT NULL,
      lease_until INTEGER
    ) STRICT;
    CREATE INDEX outbox_open ON outbox (conversation_id, id) WHERE state IN ('queued', 'sending');

    CREATE TABLE tick_parking (
      wamid TEXT NOT NULL,
      callback_id TEXT,
      status TEXT NOT NULL,
      at INTEGER NOT NULL,
      failure TEXT,
      PRIMARY KEY (wamid, status)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tick_parking_callback ON tick_parking (callback_id) WHERE callback_id IS NOT NULL;

    CREATE TABLE products (
      catalog_id TEXT NOT NULL,
      retailer_id TEXT NOT NULL,
      name TEXT,
      price_text TEXT,
      currency TEXT,
      availability TEXT,
      inventory INTEGER,
      image BLOB,
      image_type TEXT,
      fetched_at INTEGER,
      tries INTEGER NOT NULL DEFAULT 0,
      next_at INTEGER,
      PRIMARY KEY (catalog_id, retailer_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX products_wanted ON products (next_at) WHERE next_at IS NOT NULL;

    CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `);
}
