/** A municipality of Fyrbodal: the name its space has, what it is called, and Statistics Sweden's code. */
export interface Municipality {
  readonly slug: string;
  readonly name: string;
  readonly code: string;
}

/** Fyrbodal's fourteen. */
export const MUNICIPALITIES: readonly Municipality[] = [
  { slug: 'bengtsfors', name: 'Bengtsfors', code: '1460' },
  { slug: 'dalsed', name: 'Dals-Ed', code: '1438' },
  { slug: 'fargelanda', name: 'Färgelanda', code: '1439' },
  { slug: 'lysekil', name: 'Lysekil', code: '1484' },
  { slug: 'mellerud', name: 'Mellerud', code: '1461' },
  { slug: 'munkedal', name: 'Munkedal', code: '1430' },
  { slug: 'orust', name: 'Orust', code: '1421' },
  { slug: 'sotenas', name: 'Sotenäs', code: '1427' },
  { slug: 'stromstad', name: 'Strömstad', code: '1486' },
  { slug: 'tanum', name: 'Tanum', code: '1435' },
  { slug: 'trollhattan', name: 'Trollhättan', code: '1488' },
  { slug: 'uddevalla', name: 'Uddevalla', code: '1485' },
  { slug: 'vanersborg', name: 'Vänersborg', code: '1487' },
  { slug: 'amal', name: 'Åmål', code: '1492' }
];

/** The municipality with that slug, or undefined. */
export const municipalityNamed = (slug: string): Municipality | undefined =>
  MUNICIPALITIES.find((municipality) => municipality.slug === slug);
