/** Words that say nothing of what a text is about, as `wordsOf` writes them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    // Swedish
    `alla allt alltid alltså annan annat andra att av bara bland blev bli blir blivit bort borde bra båda bättre både
    bör de dem den denna deras dess dessa det detta dig din dina direkt ditt dock där därför då efter ej eller en
    enda ens er era ett exempel faktiskt fick finnas finns fler flera flesta fram från få får fått för före först
    första ganska genom ger gick ha hade han har hellre hemma henne hennes hit hitta hittar hjälp hjälpa hjälper hon
    honom hos hur här i ibland igen in inga ingen inget innan inne inom inte istället ja jag ju just kan kanske ta
    kom komma kommer kring kunde kunna lite liten litet lätt låta låter låt mer mellan men mest mig min mina mindre
    mitt mot mycket många måste märk märks möjligt ned ner nog nu nya ny nytt nån nånting något någon några när nästa
    nästan oavsett och ofta olika om oss också på redan rätt samma samt saknas se sen sedan ser sig sin sina sitt
    själv själva ska skall skulle slags snart som står större stor stora stort svårt svåra säger sätt så såg sådan
    sådana tar till tills trots två tre tycker under upp ut utan utanför var vara varandra varför varit varje vart
    vad vem vi vid vidare vilka vilken vilket vill ville vår våra vårt väl än ändå ännu är även över åt
    behov behöver behövs behövde behöva bör fungerar gå går göra gör gjort gjorde ge hinner hinna hålla håller
    idé idéer ide ideer förslag problem sak saker sånt använda använder används få vet veta vore blivit ligger
    finnas fel tidig tidigt tidigare sent senare ytterligare hela helt fyra fem sex sju åtta nio tio tjugo femtio hundra
    tusen inför små saknas saknar saknade gemensam gemensamt gemensamma`,
    // English
    `a about above after again all also always am an and any are as at be because been before being better between
    both but by can could did do does doing don done down each every few find first for from get gets getting give
    go goes going good had has have having he help helps her here him his how i idea if in instead into is it its
    just know let like lot make makes many may me might more most much must my need needed needs never new no not
    now of off often on once one only or other our out over own people per problem put really same see should
    so some something sometimes still such take takes than that the their them then there these they thing things
    this those through time to today too two under until up us use used using very want wants was way we well were
    what when where which while who why will with without would you your`
  ]
    .join(' ')
    .split(/\s+/)
);

/** Words of care that nearly every idea has: they weigh little, and less than none where they stand alone. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `boende boenden boendet brukare brukaren brukarna brukarnas kund kunden kunder kunderna omsorg omsorgen
  omsorgstagare personal personalen kollega kollegor kollegorna medarbetare chef chefen dag dagar dagen dagarna
  dagligen idag tid tiden tider vecka veckan veckor år året månad månaden timme timmar minuter gång gånger gången
  person personen personer personerna människor hem hemmet arbete arbetet arbeta arbetar jobb jobbet jobba jobbar
  vardag vardagen kväll kvällen morgon morgonen natten natt enhet enheten avdelning avdelningen avdelningar gruppen
  grupp alltsammans del delar sida sidan rum rummet bor bo lista plats platsen kommun kommunen verksamhet
  verksamheten hemtjänst hemtjänsten hemtjänstens äldre äldreboende äldreboendet vård vården
  day days week weeks month year staff care resident residents client clients colleague colleagues work working
  home unit person morning evening night place list hour hours minutes`.split(/\s+/)
);
