declare module 'virtual:couch-rules' {
  /** Source of the anonymous validation function for `_design/rules`. */
  const source: string;
  export default source;
}
