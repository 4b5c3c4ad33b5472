/** Under which names the page keeps what it asked for. */
export const queryKeys = {
  orders: ['orders'] as const,
  board: ['orders', 'board'] as const,
  order: (id: number) => ['orders', 'one', id] as const,
  orderList: ['orders', 'list'] as const,
  dayBook: ['day-book'] as const,
  bell: ['bell'] as const,
  printing: ['printing'] as const,
  chats: ['chats'] as const,
  conversations: ['chats', 'list'] as const,
  conversation: (id: number) => ['chats', 'one', id] as const,
  thread: (id: number) => ['chats', 'thread', id] as const,
  raw: (id: number) => ['raw', id] as const,
  image: (catalogId: string, retailerId: string) => ['image', catalogId, retailerId] as const,
  connection: ['connection'] as const,
  settings: ['settings'] as const,
  practice: ['practice'] as const,
};
