import { expect, test, describe } from 'vitest';
import { TROLLHATTAN_IDEAS } from '#lib/server/demo/trollhattan.ts';
import { UDDEVALLA_IDEAS } from '#lib/server/demo/uddevalla.ts';
import { VANERSBORG_IDEAS } from '#lib/server/demo/vanersborg.ts';
import { SimilarTexts } from './similar-texts.ts';
import { WordIndex } from './word-index.ts';

const OWN = [
  ['Samåka med hemtjänsttaxi till träffpunkten', 'Flera vill till träffpunkten men kommer inte dit själva.'],
  ['Nyckelfri hemtjänst', 'Vi bär på femtio nycklar och letar efter rätt. Byt till digitala lås.'],
  ['Trygghetslarmen hörs inte i tvättstugan', 'Larmet går på telefonen men täckningen är dålig i källaren.'],
  ['Robotdammsugare i korridorerna', 'Städningen tar två timmar varje dag.'],
  [
    'Reminder for tablets',
    'Our residents forget their medicine when the shift changes. A beep on the phone would remind us.'
  ],
  ['Shared bikes for short visits', 'We drive three hundred metres between visits and look for parking.'],
  ['Translate menus with pictures', 'Not everybody reads the menus. Pictures of the dishes would help them choose.'],
  ['Quiet wheels on the trolleys', 'The food trolleys wake people up in the corridor.'],
  ['Läkemedelsskåp med kod', 'Vi tappar bort nyckeln till läkemedelsskåpet.']
];
const index = new WordIndex();
// How rare a word is depends on all of them.
for (const { title, need, proposal } of [...UDDEVALLA_IDEAS, ...TROLLHATTAN_IDEAS, ...VANERSBORG_IDEAS])
  index.put(title, title, need + '\n' + proposal);
for (const [title, need] of OWN) index.put(title!, title!, need!);
const similar = new SimilarTexts(index);

const SV: [string, string][] = [
  ['Nyckelskåpen fryser', 'Nyckelskåp som inte fryser igen'],
  ['Låset till nyckelskåpet är fruset på vintern', 'Nyckelskåp som inte fryser igen'],
  ['Nycklar till brukarna', 'Nyckelfri hemtjänst'],
  ['Nyckeln till läkemedelsskåpet försvinner', 'Läkemedelsskåp med kod'],
  ['Elcyklar till hemtjänsten', 'Elcykel för de korta turerna'],
  ['Cykla mellan besöken i stället för att ta bilen och leta parkering', 'Elcykel för de korta turerna'],
  ['Larmet hörs inte', 'Trygghetslarmen hörs inte i tvättstugan'],
  ['Taxi till träffpunkten', 'Samåka med hemtjänsttaxi till träffpunkten'],
  ['Gemensam taxi för hemtjänsten', 'Samåka med hemtjänsttaxi till träffpunkten'],
  ['Dammsugning i korridoren med robot', 'Robotdammsugare i korridorerna'],
  ['Små handskar saknas', 'Handskar i min storlek'],
  ['Handskarna är för stora', 'Handskar i min storlek'],
  ['Soppa på natten', 'Varm soppa i termos till nattpasset'],
  ['Vi som jobbar natt får ingen varm mat', 'Varm soppa i termos till nattpasset'],
  ['Rollatorerna förväxlas i matsalen', 'Märk rollatorerna med färg'],
  ['Färgade band på rollatorn', 'Märk rollatorerna med färg'],
  ['Bänkar längs vägen till parken', 'Sittbänk halvvägs till parken'],
  ['Musik i duschen', 'Dusch med musik och varm handduk'],
  ['Vattna blommorna när kunden är på korttids', 'Blommor som ingen vattnar på sommaren'],
  ['Anteckningarna försvinner när det saknas täckning', 'Sparad text när täckningen försvinner'],
  ['Lyssna på rapporten i bilen', 'Rapport som går att lyssna på i bilen'],
  ['Anhöriga ringer och frågar om vi varit där', 'Anhöriga vill veta att besöket är gjort'],
  ['Restid mellan besöken i schemat', 'Fem minuter mellan besöken på riktigt'],
  ['Vinterdäck på bilarna tidigare', 'Dubbdäck före första halkan'],
  ['Matsvinn: ta reda på varför maten blir kvar', 'Fråga vad som blev kvar på tallriken'],
  ['Ordlista på arabiska', 'Ett ord om dagen på fler språk'],
  ['Förskolebarn på besök', 'Barnen från förskolan på fredagar'],
  ['Baka bullar på avdelningen så att det doftar', 'Baka doften av bullar'],
  ['Packlista med kläder och hörapparat', 'Väskan som är packad rätt'],
  // Written when the weights were set.
  ['Betala med kort i affären', 'Öva på att betala själv'],
  ['Nya vikarier borde få träffa de boende', 'Introduktion av den som bor här'],
  ['Konsistensanpassade rätter', 'Konsistensanpassad mat som ser ut som mat'],
  ['Husnummer syns inte på kvällen, svårt att hitta uppfarten', 'Karta över mörka uppfarter'],
  ['Lugn och ro i korridoren mitt på dagen efter lunchen', 'Tyst timme efter lunch'],
  ['Två promenadgrupper i olika tempo', 'Promenad i lagom fart'],
  ['Pannlampa till nattpersonalen', 'Ficklampa med rött sken'],
  ['Laga cyklar åt kvarteret', 'Cykelverkstad för grannarna']
];
const EN: [string, string][] = [
  ['Reminding residents about their tablet', 'Reminder for tablets'],
  ['A phone that beeps when it is time for medicines', 'Reminder for tablets'],
  ['Bicycles between the visits', 'Shared bikes for short visits'],
  ['Bike for a short visit', 'Shared bikes for short visits'],
  ['Menu with a picture of every dish', 'Translate menus with pictures'],
  ['Noisy trolley wheel in the corridor at night', 'Quiet wheels on the trolleys']
];
const NONE: string[] = [
  'Solceller på taket till kontoret',
  'Utbildning i hjärt- och lungräddning för nyanställda',
  'Digital signering av delegeringar',
  'Lönesamtalen borde hållas tidigare på året',
  'Badkar med lyft',
  'Fotvård en gång i månaden',
  'Ny kaffeautomat i receptionen på stadshuset',
  'Hund som besöker de äldre',
  'Vi borde ha bättre stolar vid datorn, ryggen gör ont efter en hel dag med dokumentation',
  'Sophämtningen kommer för tidigt och väcker grannarna',
  'Fler växter på terrassen och en odlingslåda där de boende kan odla tomater',
  'Kan vi få en gemensam kalender för semestern så att alla ser vem som är ledig?',
  'A better printer on the second floor',
  'Solar panels on the roof',
  'Inbrottslarm på förrådet',
  'Bättre belysning på personalparkeringen',
  'Kollektivavtal och arbetstider i sommar',
  'Bassängträning för personer med MS',
  'Vaccination mot influensa på arbetsplatsen',
  'Brandövning varje halvår',
  'A choir for relatives',
  'Wifi in the garden'
];

const found = (query: string): string[] => similar.find(query, 3).map((each) => each.key);

describe('what a text is like', () => {
  test.each(SV)('“%s” finds “%s”', (query, wanted) => expect(found(query)).toContain(wanted));
  test.each(EN)('in English: “%s” finds “%s”', (query, wanted) => expect(found(query)).toContain(wanted));
  test.each(NONE.map((query) => [query]))('“%s” finds nothing', (query) => expect(found(query)).toEqual([]));

  test('an idea is most like itself', () => {
    // How rare a word is depends on all of them.
    for (const { title, need, proposal } of [...UDDEVALLA_IDEAS, ...TROLLHATTAN_IDEAS, ...VANERSBORG_IDEAS])
      expect(found(`${title}\n${need}\n${proposal}`)[0]).toBe(title);
  });

  test('nothing is like nothing, nor like words that say nothing', () => {
    expect(found('')).toEqual([]);
    expect(found('vi behöver det här för att kunna')).toEqual([]);
    expect(found('123 456')).toEqual([]);
  });
});

describe('texts that come and go', () => {
  test('the most alike is first, the newest of those that are as much alike, and no more than asked for', () => {
    const index = new WordIndex();
    index.put('a', 'Cykelhjälmar', '');
    index.put('b', 'Annat', 'En cykelhjälm i bilen');
    index.put('c', 'Cykelhjälmar', '');
    const texts = new SimilarTexts(index);
    expect(texts.find('cykelhjälmen', 9).map((each) => each.key)).toEqual(['c', 'a', 'b']);
    expect(texts.find('cykelhjälmen', 2).map((each) => each.key)).toEqual(['c', 'a']);
    expect(texts.find('cykelhjälmen', 9, (key) => key !== 'c').map((each) => each.key)).toEqual(['a', 'b']);
    index.delete('a');
    index.put('c', 'Nytt', 'om skor');
    index.put('d', 'Hjälm', '');
    expect(texts.find('cykelhjälmen', 9).map((each) => each.key)).toEqual(['b', 'd']);
  });

  test('scores are above 0 and at most 1', () => {
    for (const { score } of similar.find('musik i duschen, varm handduk och musik', 9)) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });
});
