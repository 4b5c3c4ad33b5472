import type { Database } from 'better-sqlite3';

/**
 * Version 2: orders are worked through to their end, changed with the customer's consent, told, and printed. `orders` is built
 * anew, because an order made by hand has no message. Documented in docs/data.md.
 */
export function ordersWorkedThrough(db: Database): void {
  db.exec(`
    CREATE TABLE orders_anew (
      id INTEGER PRIMARY KEY,
      number INTEGER NOT NULL,
      business_day TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('new', 'accepted', 'preparing', 'ready', 'completed', 'declined', 'cancelled')),
      message_wamid TEXT UNIQUE REFERENCES messages (wamid),
      customer_id INTEGER NOT NULL REFERENCES customers (id),
      conversation_id INTEGER REFERENCES conversations (id),
      placed_at INTEGER NOT NULL,
      note TEXT,
      rehearsal INTEGER NOT NULL DEFAULT 0 CHECK (rehearsal IN (0, 1)),
      catalog_id TEXT NOT NULL,
      quiet INTEGER NOT NULL DEFAULT 0 CHECK (quiet IN (0, 1)),
      rings_from INTEGER NOT NULL,
      accepted_at INTEGER,
      closed_at INTEGER,
      promised_at INTEGER,
      paid_at INTEGER,
      paid_by TEXT CHECK (paid_by IN ('cash', 'card', 'transfer', 'online', 'other')),
      fulfilment TEXT CHECK (fulfilment IN ('pickup', 'delivery')),
      address TEXT,
      coordinates TEXT,
      kept_apart INTEGER NOT NULL DEFAULT 0 CHECK (kept_apart IN (0, 1)),
      merged_into INTEGER REFERENCES orders (id),
      request_id TEXT,
      UNIQUE (business_day, number),
      CHECK ((paid_at IS NULL) = (paid_by IS NULL))
    ) STRICT;
    INSERT INTO orders_anew (id, number, business_day, state, message_wamid, customer_id, conversation_id, placed_at, note, rehearsal, catalog_id, quiet,
        rings_from, accepted_at, closed_at)
      SELECT o.id, o.number, o.business_day, o.state, o.message_wamid, o.customer_id, m.conversation_id, o.placed_at, o.note, o.rehearsal, o.catalog_id, o.quiet,
        coalesce(m.received_at, o.placed_at),
        (SELECT min(e.at) FROM order_events e WHERE e.order_id = o.id AND e.to_state = 'accepted'),
        CASE WHEN o.state = 'declined' THEN (SELECT max(e.at) FROM order_events e WHERE e.order_id = o.id AND e.to_state = 'declined') END
      FROM orders o JOIN messages m ON m.wamid = o.message_wamid;
    DROP TABLE orders;
    ALTER TABLE orders_anew RENAME TO orders;
    CREATE INDEX orders_state ON orders (state, placed_at);
    CREATE INDEX orders_closed ON orders (closed_at) WHERE closed_at IS NOT NULL;
    CREATE UNIQUE INDEX orders_request ON orders (request_id) WHERE request_id IS NOT NULL;
    CREATE INDEX orders_placed ON orders (placed_at, id);
    CREATE INDEX orders_customer ON orders (customer_id, placed_at);

    ALTER TABLE order_lines ADD COLUMN ordered_quantity INTEGER;
    ALTER TABLE order_lines ADD COLUMN catalog_id TEXT;
    CREATE INDEX order_lines_article ON order_lines (retailer_id, order_id);
    ALTER TABLE order_events ADD COLUMN what TEXT NOT NULL DEFAULT 'state';
    ALTER TABLE order_events ADD COLUMN detail TEXT;
    ALTER TABLE outbox ADD COLUMN takeback_until INTEGER;
    CREATE INDEX outbox_state ON outbox (state, next_at);
    ALTER TABLE customers ADD COLUMN fulfilment TEXT CHECK (fulfilment IN ('pickup', 'delivery'));
    ALTER TABLE customers ADD COLUMN address TEXT;
    ALTER TABLE customers ADD COLUMN coordinates TEXT;
    ALTER TABLE customers ADD COLUMN language TEXT;

    CREATE TABLE order_extras (
      id INTEGER PRIMARY KEY,
      order_id INTEGER NOT NULL REFERENCES orders (id),
      kind TEXT NOT NULL CHECK (kind IN ('fee', 'discount', 'line')),
      label TEXT NOT NULL,
      minor INTEGER NOT NULL,
      currency TEXT NOT NULL,
      removed_at INTEGER,
      request_id TEXT UNIQUE
    ) STRICT;
    CREATE INDEX order_extras_order ON order_extras (order_id);

    CREATE TABLE order_revisions (
      id INTEGER PRIMARY KEY,
      order_id INTEGER NOT NULL REFERENCES orders (id),
      state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined', 'applied', 'withdrawn')),
      made_at INTEGER NOT NULL,
      decided_at INTEGER,
      message_id INTEGER REFERENCES messages (id),
      request_id TEXT UNIQUE
    ) STRICT;
    CREATE INDEX order_revisions_order ON order_revisions (order_id);
    CREATE UNIQUE INDEX order_revisions_open ON order_revisions (order_id) WHERE state = 'proposed';

    CREATE TABLE order_revision_lines (
      revision_id INTEGER NOT NULL REFERENCES order_revisions (id),
      position INTEGER NOT NULL,
      before INTEGER NOT NULL,
      after INTEGER NOT NULL,
      PRIMARY KEY (revision_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE order_asks (
      id INTEGER PRIMARY KEY,
      order_id INTEGER NOT NULL REFERENCES orders (id),
      what TEXT NOT NULL CHECK (what IN ('fulfilment', 'address', 'revision')),
      token TEXT NOT NULL UNIQUE,
      message_id INTEGER NOT NULL UNIQUE REFERENCES messages (id),
      revision_id INTEGER REFERENCES order_revisions (id),
      asked_at INTEGER NOT NULL,
      answered_at INTEGER,
      answer_wamid TEXT,
      CHECK (answer_wamid IS NULL OR answered_at IS NOT NULL)
    ) STRICT;
    CREATE INDEX order_asks_order ON order_asks (order_id);

    CREATE TABLE order_tells (
      order_id INTEGER NOT NULL REFERENCES orders (id),
      step TEXT NOT NULL CHECK (step IN ('accepted', 'preparing', 'ready', 'completed', 'declined', 'cancelled')),
      at INTEGER NOT NULL,
      message_id INTEGER REFERENCES messages (id),
      reason TEXT,
      PRIMARY KEY (order_id, step),
      CHECK ((message_id IS NULL) = (reason IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX order_tells_message ON order_tells (message_id) WHERE message_id IS NOT NULL;

    ALTER TABLE products ADD COLUMN removed_at INTEGER;
    -- Pictures stand in the same rows: a search must not read past them.
    CREATE INDEX products_listed ON products (removed_at, name);
    CREATE TABLE catalogues (catalog_id TEXT PRIMARY KEY, read_at INTEGER, asked_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE print_jobs (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('ticket', 'test', 'day-close')),
      order_id INTEGER REFERENCES orders (id),
      business_day TEXT,
      state TEXT NOT NULL CHECK (state IN ('queued', 'printing', 'printed', 'failed', 'cancelled')),
      attempts INTEGER NOT NULL DEFAULT 0,
      made_at INTEGER NOT NULL,
      next_at INTEGER NOT NULL,
      printed_at INTEGER,
      reason TEXT,
      detail TEXT,
      CHECK ((kind = 'ticket') = (order_id IS NOT NULL))
    ) STRICT;
    CREATE INDEX print_jobs_state ON print_jobs (state, next_at);
    CREATE INDEX print_jobs_order ON print_jobs (order_id) WHERE order_id IS NOT NULL;
  `);
}
