/** A picture's numbers as a table has them. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly head: string;
    readonly cells: readonly { readonly text: string; readonly href?: string | undefined }[];
  }[];
}

/** One value of a picture. */
export interface ChartPoint {
  /** The whole value in words: it is read out, and shown below the picture. */
  readonly said: string;
  /** What lies behind it; absent where that is nothing. */
  readonly href?: string | undefined;
}

/** What a picture is drawn with. */
export interface Drawing {
  /** Pixels. */
  readonly width: number;
  /** The reader's own text size, pixels. */
  readonly rem: number;
  /** The point somebody looks at. */
  readonly active: number | undefined;
}

/** Every how many labels of such a width are written, so that they do not run into each other. */
export const everyNth = (band: number, label: number): number => Math.max(1, Math.ceil(label / Math.max(1, band)));
