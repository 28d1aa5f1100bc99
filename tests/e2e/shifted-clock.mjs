// Preloaded by a server under test (`--import`): its clock goes as fast as any other, so many milliseconds ahead.
const ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0);
const Real = Date;

globalThis.Date = class extends Real {
  constructor(...values) {
    if (values.length === 0) super(Real.now() + ahead);
    else super(...values);
  }

  static now() {
    return Real.now() + ahead;
  }
};
