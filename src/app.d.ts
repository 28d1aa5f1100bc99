declare module 'virtual:couch-rules' {
  /** Source of the anonymous validation function for `_design/rules`. */
  const source: string;
  export default source;
}

declare namespace App {
  interface PageState {
    /** The inbox has an idea open over its list, where there is room for one of them. */
    isReading?: boolean;
  }
}
