import type { Database } from 'better-sqlite3';

/** How much of everything a shop has: for whoever helps. Reads whole indexes, so it is asked beside the thread that receives. */
export function openRowCounts(db: Database) {
  const grouped = (table: string, by: string) =>
    db.prepare<[], { name: string; n: number }>(`SELECT ${by} AS name, count(*) AS n FROM ${table} GROUP BY 1 ORDER BY 1`);
  const questions = {
    webhooks: grouped('webhook_log', 'outcome'),
    messages: grouped('messages', "direction || coalesce(' ' || status, '')"),
    orders: grouped('orders', 'state'),
    outbox: grouped('outbox', 'state'),
    media: grouped('media', 'state'),
    printJobs: grouped('print_jobs', 'state'),
    customers: grouped('customers', "'all'"),
    conversations: grouped('conversations', "'all'"),
    products: grouped('products', "'all'"),
    parkedTicks: grouped('tick_parking', "'all'"),
  };
  return {
    all: (): Record<keyof typeof questions, Record<string, number>> =>
      Object.fromEntries(
        Object.entries(questions).map(([name, question]) => [name, Object.fromEntries(question.all().map(({ name: each, n }) => [each, n]))]),
      ) as Record<keyof typeof questions, Record<string, number>>,
    /** Bytes of the database, and whether its schema is the one that this program makes. */
    database: (): { bytes: number; version: number } => ({
      bytes: (db.pragma('page_count', { simple: true }) as number) * (db.pragma('page_size', { simple: true }) as number),
      version: db.pragma('user_version', { simple: true }) as number,
    }),
  };
}
