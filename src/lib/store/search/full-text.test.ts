import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '#lib/core/words.ts';
import { editsBetween } from './edits.ts';
import { aroundKey, FullText } from './full-text.ts';
import { SortedWords } from './sorted-words.ts';
import { STOP_WORDS } from './stop-words.ts';
import { WordIndex } from './word-index.ts';

interface Texts {
  readonly [title: string]: string | { readonly text?: string; readonly comment?: string };
}

/** Titles of what is found among texts by their titles, the best first. */
function found(query: string, texts: Texts | readonly string[]): readonly string[] {
  const index = new WordIndex();
  const all = Array.isArray(texts) ? texts.map((title) => [title, ''] as const) : Object.entries(texts);
  for (const [title, said] of all) {
    const { text = '', comment = '' } = typeof said === 'string' ? { text: said } : said;
    index.put(title, title, text);
    if (comment !== '') index.put(aroundKey(title, 'comment'), '', comment);
  }
  return new FullText(index).find(query, 10).found.map(({ key }) => key);
}

describe('a part finds its compound, and a compound its parts', () => {
  test.each([
    ['bil', 'Boka en hemtjänstbil', ['Bilder i hallen']],
    ['hemtjänstbil', 'Byt bilar i hemtjänsten', ['Hemtjänsten byter kläder']],
    ['hemtjänstbilar', 'Boka en hemtjänstbil', ['Byt kläder']],
    ['larm', 'Nya trygghetslarm', ['Larver i rabatten']],
    ['trygghetslarm', 'Larmet för trygghet på natten', ['Trygghet för alla']],
    ['kvinna', 'Kvinnoboendet söker vikarier', ['Män på avdelningen']],
    ['kvinnoboende', 'Ett boende för kvinnor', ['Ett boende till']],
    ['gata', 'Gatubelysning vid busshållplatsen', ['Belysning i trappan']],
    ['barn', 'Barnavård på helgen', ['Barr i trappan']],
    ['arbete', 'Arbetsmiljö i köket', ['Arvet efter mormor']],
    ['tvättid', 'Boka tvätt på rätt tid', ['Tvätt utan sköljmedel']],
    ['nyckelskåp', 'Skåp för nycklar', ['Nycklar till bilen']],
    ['hem tjänst bil', 'Boka en hemtjänstbil', ['Hemma bra']]
  ])('%s finds ”%s”', (query, target, others) => {
    expect(found(query, [...others, target])[0]).toBe(target);
  });

  test('a word that only begins like another is no part of it', () => {
    expect(found('port', ['Rapportera fel', 'Port mot gården'])[0]).toBe('Port mot gården');
    expect(found('mobil', ['Bilen står stilla'])).toEqual([]);
  });
});

describe('a slip of the fingers', () => {
  test.each([
    ['nyckelskp', 'Nyckelskåp vid entrén'],
    ['trygghetslram', 'Trygghetslarmet hörs inte'],
    ['rulator', 'Rullatorn är trasig'],
    ['rullattor', 'Rullatorn är trasig'],
    ['nykel', 'Nyckeln är borta'],
    ['hemtjanst', 'Hemtjänstens bilar'],
    ['sjukskoterska', 'Sjuksköterskan på natten'],
    ['läkämedel', 'Läkemedel i påse'],
    ['inkontinenskydd', 'Inkontinensskydd i rätt storlek'],
    ['videosamtaal', 'Videosamtal med barnbarn'],
    ['mdicin', 'Medicin på morgonen'],
    ['ekstra', 'Extra personal'],
    ['shcema', 'Schema för helgen'],
    ['demnes', 'Demens och musik']
  ])('%s finds ”%s”', (query, target) => {
    expect(found(query, ['Något helt annat', 'Gympa på fredag', target])).toContain(target);
  });

  test('is forgiven less in a short word: another word is another word', () => {
    expect(found('sal', ['Sol på balkongen'])).toEqual([]);
    expect(found('larm', ['Farmor kommer', 'Lagar och regler'])).toEqual([]);
  });

  test('comes after what was written, and after words that were meant', () => {
    expect(found('larm', ['Larv i äpplet', 'Lam i hagen', 'Nattlarm', 'Larmen tystnar', 'Ett larm'])).toEqual([
      'Ett larm',
      'Larmen tystnar',
      'Nattlarm',
      ...found('larm', ['Larv i äpplet', 'Lam i hagen'])
    ]);
    expect(found('råd', ['En rad stolar', 'Ett råd'])).toEqual(['Ett råd', 'En rad stolar']);
    expect(found('rad', ['Ett råd', 'En rad stolar'])).toEqual(['En rad stolar', 'Ett råd']);
  });
});

describe('what is found first', () => {
  test('a title before a text, a text before a comment', () => {
    const texts = {
      'Om annat': { comment: 'Ta med en ficklampa' },
      'Om något': { text: 'Det saknas en ficklampa' },
      'Ficklampa i bilen': {}
    };
    expect(found('ficklampa', texts)).toEqual(['Ficklampa i bilen', 'Om något', 'Om annat']);
  });

  test('the words of a query may stand in different texts of one thing', () => {
    const texts = {
      'Hund på besök': { comment: 'Tänk på pälsallergi' },
      'Katt på besök': { comment: 'Tänk på trapporna' },
      Allergi: { text: 'Pälsallergi hos personalen' }
    };
    expect(found('hund pälsallergi', texts)[0]).toBe('Hund på besök');
  });

  test('everything of the query before most of it, and words that say nothing are not asked for', () => {
    const titles = ['Bilarna i garaget', 'Bilar i hemtjänsten', 'Hemtjänsten i centrum'];
    expect(found('bilar i hemtjänsten', titles)[0]).toBe('Bilar i hemtjänsten');
  });

  test('nothing is found by nothing', () => {
    expect(found(' – ?', ['Larm'])).toEqual([]);
    expect(found('larm', [])).toEqual([]);
  });

  test('what has changed is found by its new words, what is gone by none, and new words are learnt', () => {
    const index = new WordIndex();
    const text = new FullText(index);
    index.put('a', 'Larm', '');
    index.put(aroundKey('a', 'comment'), '', 'Ficklampa');
    expect(text.find('ficklampa', 5).found).toMatchObject([{ key: 'a', places: ['comment'], isNear: false }]);
    index.delete(aroundKey('a', 'comment'));
    index.put('a', 'Lås', '');
    index.put('b', 'Larmknapp', '');
    expect(text.find('ficklampa', 5).found).toEqual([]);
    expect(text.find('larm', 5).found.map(({ key }) => key)).toEqual(['b']);
  });
});

// Words as people write them, near enough to each other for slips to lead from one to another.
const word = fc
  .array(fc.constantFrom('a', 'å', 'ä', 'e', 'k', 'l', 'n', 'r', 's', 't'), { minLength: 3, maxLength: 9 })
  .map((letters) => letters.join(''));

describe('whatever is written', () => {
  test('what has the words exactly is always found, and before what only looks like them', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (words, one, other) => {
        const index = new WordIndex();
        words.forEach((each, place) => index.put('k' + place, each, words[(place + 1) % words.length]!));
        const query = [words[one % words.length]!, words[other % words.length]!];
        fc.pre(!query.some((each) => STOP_WORDS.has(each)));
        const result = new FullText(index).find(query.join(' '), words.length).found;
        const exact = words.flatMap((each, place) =>
          query.every((wanted) => [each, words[(place + 1) % words.length]!].includes(wanted)) ? ['k' + place] : []
        );
        const keys = result.map(({ key }) => key);
        for (const key of exact) expect(keys).toContain(key);
        const lastExact = Math.max(...exact.map((key) => keys.indexOf(key)));
        expect(result.slice(0, lastExact + 1).every(({ isNear }) => !isNear)).toBe(true);
      }),
      { numRuns: 300 }
    );
  });

  test('many words are as few: slips are counted the same in order and out of it', () => {
    const plainEdits = (a: string, b: string): number => {
      const rows = Array.from({ length: a.length + 1 }, (_, i) =>
        Array.from({ length: b.length + 1 }, (__, j) => i || j)
      );
      for (let i = 0; i <= a.length; i++) rows[i]![0] = i;
      for (let i = 1; i <= a.length; i++)
        for (let j = 1; j <= b.length; j++) {
          rows[i]![j] = Math.min(
            rows[i - 1]![j]! + 1,
            rows[i]![j - 1]! + 1,
            rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
          );
          if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
            rows[i]![j] = Math.min(rows[i]![j]!, rows[i - 2]![j - 2]! + 1);
        }
      return rows[a.length]![b.length]!;
    };
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 60 }),
        word,
        fc.constantFrom(1, 2),
        (words, wanted, most) => {
          const sorted = new SortedWords();
          for (const each of words) sorted.add(each);
          sorted.sort();
          const near = [...sorted.nearTo(wanted, most, false)].map((each) => [each.word, each.edits]);
          const expected = words
            .map((each) => [each, plainEdits(wanted, each)] as const)
            .filter(([, edits]) => edits <= most)
            .sort(([a], [b]) => (a < b ? -1 : 1));
          expect(near).toEqual(expected);
          for (const each of words)
            expect(Math.min(editsBetween(wanted, each, most, false).whole, most + 1)).toBe(
              Math.min(plainEdits(wanted, each), most + 1)
            );
        }
      ),
      { numRuns: 300 }
    );
  });

  test('a word that goes on is met by its beginning, slip and all', () => {
    expect(editsBetween('hemtjnst', 'hemtjanstens', 2, true)).toEqual({ whole: 4, beginning: 1 });
    expect(wordsOf('Hemtjänstens')).toEqual(['hemtjänstens']);
  });
});
