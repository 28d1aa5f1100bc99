import type { ReplyInput } from './replying.ts';

/**
 * Templates a municipality may begin with. They are documents of its own once they are put in, and say what they say
 * in Swedish whatever the language of the screen. Each can be sent as it stands.
 */
export const SUGGESTED_REPLIES: readonly ReplyInput[] = [
  {
    use: 'receive',
    name: 'Tack, jag har läst',
    text: 'Tack för din idé! Jag har läst den. Nu pratar jag med dem som berörs, och du får svar senast den dag som står på idén.'
  },
  {
    use: 'answer',
    name: 'Vi bedömer idén',
    text: 'Tack för din idé! Behovet känns igen av fler än du. Vi tar med idén till bedömning, och du ser här vad vi kommer fram till.'
  },
  {
    use: 'answer',
    name: 'Det går att göra på en gång',
    text: 'Tack för din idé! Den behöver inget beslut. Pröva den gärna i er grupp och skriv här hur det gick, så att andra kan göra likadant.'
  },
  {
    use: 'clarify',
    name: 'Berätta lite mer',
    text: 'Tack för din idé! För att kunna svara behöver jag veta lite mer: När händer det, och ungefär hur ofta? Vilka berörs? Har ni provat något redan? Svara i en kommentar.'
  },
  {
    use: 'park',
    name: 'Rätt idé, fel tid',
    text: 'Det här är en bra idé, men vi kan inte göra något av den just nu. Den ligger kvar här och tas upp igen när det finns tid eller pengar.'
  },
  {
    use: 'close',
    name: 'Vi går inte vidare',
    text: 'Tack för din idé. Vi har läst den och pratat om den. Vi går inte vidare, eftersom det skulle ta mer tid än det ger. Säg gärna till om du tycker att vi har missat något.'
  },
  {
    use: 'close',
    name: 'Finns redan',
    text: 'Tack för din idé! Det du efterfrågar finns redan hos oss. Fråga din chef hur ni kommer igång med det. Fungerar det inte hos er vill jag gärna veta varför.'
  },
  {
    use: 'merge',
    name: 'Samma behov som en annan idé',
    text: 'Din idé gäller samma behov som en annan. Vi lägger ihop dem, så att stöd och kommentarer räknas samman. Det gör idén starkare.'
  },
  {
    use: 'refer',
    name: 'Någon annan kan avgöra',
    text: 'Din idé gäller något som andra än vi bestämmer över. Jag skickar den vidare till dem som kan göra något åt den.'
  }
];
