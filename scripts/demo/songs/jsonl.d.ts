/** Data files come as text: the build puts them into the program, so that no path has to be found at run time. */
declare module '*.jsonl?raw' {
  const text: string
  export default text
}
