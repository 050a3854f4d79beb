/** One code in all its parts: the phone must make it and the hub accept it, neither knowing the other's code. */
export const exampleCode = {
  member: 'm1-wang',
  key: 'VjTMELX57_1hc5OSP6VTfqTgc-4WHHxAUKsoIUrGI_M',
  /** Hub time, the first ms of the half minute. */
  at: 1_763_640_000_000,
  step: 58_788_000,
  text: 'v1.m1-wang.58788000.7x0JRY4hnXIAsA',
} as const
