/** What the hub and its scripts print in a terminal: its own words; the source that types the other languages. */

export const terminal = {
  hubListening: '唱名已启动：{address}',
} as const
