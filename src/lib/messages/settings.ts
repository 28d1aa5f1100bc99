/** Words of settings, updates, installing, the accessibility statement and the page about what is stored. */
export const sv = {
  title: 'Inställningar',
  language: { title: 'Språk', sv: 'Svenska', en: 'English' },
  theme: { title: 'Utseende', system: 'Som enheten', light: 'Ljust', dark: 'Mörkt' },
  name: {
    title: 'Ditt namn',
    lead: 'Så här heter du för kollegor. Ändrar du det ändras det överallt, även i det du redan har skrivit.',
    field: 'Namn som visas',
    save: 'Byt namn',
    saved: 'Namnet är ändrat på enheten och skickas snart.',
    signedInAs: (username: string) => `Inloggad som ${username}`
  },
  install: {
    title: 'Appen på enheten',
    installed: 'Idéslussen är installerad på den här enheten.',
    lead: 'Installera Idéslussen så öppnas den från hemskärmen och fungerar helt utan kontakt. Webbläsaren behåller då också det du sparat säkrare.',
    button: 'Installera appen',
    ios: 'Tryck på Dela i Safari och välj ”Lägg till på hemskärmen”.',
    manual: 'Öppna webbläsarens meny och välj ”Installera app” eller ”Lägg till på hemskärmen”, om det finns där.'
  },
  media: {
    title: 'Bilder och ljud',
    wifiOnly: 'Skicka och hämta bilder bara på wifi',
    hint: 'Text skickas alltid. Bilder och inspelningar väntar på enheten tills du har wifi.',
    unknown:
      'Den här webbläsaren talar inte om vilken sorts uppkoppling du har. Därför går det inte att välja här, och bilder skickas så snart det finns kontakt.',
    deviceOnly: 'Valet gäller den här enheten.'
  },
  storage: 'Utrymme och skydd visas på sidan Synk.',
  toSync: 'Till Synk',
  account: { title: 'Konto', signOut: 'Logga ut' },
  about: {
    title: 'Om Idéslussen',
    version: (version: string, build: string) => `Version ${version}, bygge ${build}`,
    upToDate: 'Du har den senaste versionen som enheten känner till.',
    check: 'Sök efter ny version',
    checking: 'Söker …',
    checkFailed: 'Det gick inte att söka just nu. Prova när du har kontakt.',
    privacy: 'Vad som sparas och hur',
    accessibility: 'Tillgänglighet'
  },
  update: {
    available: 'Ny version – ladda om',
    lead: 'Det du skriver sparas först.',
    reload: 'Ladda om',
    later: 'Senare',
    label: 'Ny version',
    notSafe: 'Sidan laddas inte om, eftersom det du skriver inte kunde sparas på enheten. Spara först.'
  },
  accessibility: {
    title: 'Tillgänglighet',
    lead: 'Alla ska kunna använda Idéslussen. Här står hur tillgänglig den är, vad som brister och hur du säger till.',
    goalTitle: 'Vad vi bygger efter',
    goal: 'Idéslussen byggs för att följa lagen om tillgänglighet till digital offentlig service (2018:1937), standarden EN 301 549 och WCAG 2.1 på nivå AA. Vi siktar på WCAG 2.2 på nivå AA.',
    worksTitle: 'Så ska det fungera',
    works: [
      'Allt går att göra med tangentbord, och du ser alltid var du är.',
      'Skärmläsare får rubriker, etiketter och besked i ord.',
      'Text kan förstoras till 200 procent utan att något försvinner.',
      'Läget visas i ord, aldrig bara med en färg.',
      'Knappar är minst 44 bildpunkter höga.',
      'Ljust och mörkt utseende har god kontrast, och rörelser tonas ner om din enhet är inställd så.'
    ],
    faultsTitle: 'Kända brister',
    faults: [
      'Bilder som människor lägger till har ingen egen beskrivning. Skriv gärna i texten vad bilden visar.',
      'Inspelningar har ingen textversion. Skriv gärna det viktigaste i Behov också.',
      'Webbläsarens egen ljudspelare är olika bra i olika webbläsare.'
    ],
    testedTitle: 'Hur det är granskat',
    tested:
      'Granskningen är gjord av dem som bygger Idéslussen: med det automatiska verktyget axe, med tangentbord, i stor text och i ljust och mörkt utseende. Ingen utomstående har granskat den än. Den kommun som använder Idéslussen ansvarar för sin egen redogörelse.',
    reportTitle: 'Säg till om något inte fungerar',
    report:
      'Beskriv vad du ville göra och vad som hände. Det blir en idé som din kommuns idécoach läser. Den fungerar utan kontakt och skickas sedan.',
    reportButton: 'Rapportera en brist',
    reportPrefix: 'Brist i tillgängligheten: ',
    signInFirst: 'Logga in för att rapportera här, eller kontakta din kommun.',
    authorityTitle: 'Om du inte är nöjd med svaret',
    authority: 'Myndigheten för digital förvaltning, Digg, har tillsyn. Du kan anmäla bristen till dem.',
    authorityLink: 'Anmäl till Digg (öppnar digg.se)'
  },
  privacy: {
    title: 'Vad som sparas och hur',
    lead: 'Kort och ärligt om dina uppgifter.',
    sections: [
      {
        title: 'På din enhet',
        points: [
          'Det du skriver sparas först på enheten. Där finns också en kopia av det du får läsa, så att allt fungerar utan kontakt.',
          'Den som kan låsa upp enheten och öppna appen kan läsa det. Ha skärmlås, och logga ut på delade enheter.',
          'När du loggar ut tas allt som hör till dig bort från enheten.'
        ]
      },
      {
        title: 'Hos kommunen',
        points: [
          'Idéer, kommentarer, stöd, bilder och inspelningar sparas på kommunens server. Alla i din kommun som använder Idéslussen kan läsa dem.',
          'Ditt namn står inte i det du skriver, bara en slumpad beteckning. Namnet finns på ett enda ställe och kan ändras eller raderas där.',
          'Inget skickas till någon annan. Här finns ingen statistik om dig, inga kakor från andra och ingen reklam.',
          'En kaka används för inloggningen. Appens egna val, som språk och utseende, ligger kvar på enheten.'
        ]
      },
      {
        title: 'När du döljer ditt namn',
        points: [
          'Kollegor, chefer och idécoacher ser inte vem som skrev. Namnet är dolt, men inte hemligt.',
          'Alla idéer du döljer har samma alias. Det du skriver, dina bilder, din röst och din enhet kan avslöja dig.',
          'Den som sköter servern skulle i princip kunna ta reda på vem aliaset tillhör.'
        ]
      },
      {
        title: 'Allmänna handlingar',
        points: [
          'En inlämnad idé är troligen en allmän handling hos kommunen. Den kan begäras ut och ska bevaras eller gallras enligt kommunens regler.',
          'Ett utkast på din enhet är inte inlämnat.'
        ]
      },
      {
        title: 'Det som inte får stå här',
        points: [
          'Uppgifter om dem som får vård och omsorg omfattas av sekretess och får inte stå i en idé.',
          'Appen och servern säger nej till allt som ser ut som ett personnummer eller samordningsnummer. Namn och beskrivningar kan de inte känna igen. Det ansvaret är ditt.',
          'I bilder tas uppgifter om plats, tid och kamera bort innan de sparas.'
        ]
      },
      {
        title: 'Dina rättigheter',
        points: [
          'Kommunen är personuppgiftsansvarig. Vänd dig till den om du vill veta vad som finns om dig, rätta något eller få ditt namn raderat.',
          'Du kan ta tillbaka en egen idé eller kommentar. Den markeras då som tillbakatagen. Kommunens administratör kan radera den helt om lagen kräver det.',
          'Du kan klaga hos Integritetsskyddsmyndigheten.'
        ]
      }
    ]
  },
  back: 'Inställningar',
  storageFailed: 'Valet kunde inte sparas på enheten och gäller bara tills du stänger appen.'
};

export const en: typeof sv = {
  title: 'Settings',
  language: { title: 'Language', sv: 'Svenska', en: 'English' },
  theme: { title: 'Appearance', system: 'Like the device', light: 'Light', dark: 'Dark' },
  name: {
    title: 'Your name',
    lead: 'This is what colleagues see. If you change it, it changes everywhere, in what you have already written too.',
    field: 'Name shown',
    save: 'Change name',
    saved: 'The name has been changed on the device and will soon be sent.',
    signedInAs: (username: string) => `Signed in as ${username}`
  },
  install: {
    title: 'The app on the device',
    installed: 'Idéslussen is installed on this device.',
    lead: 'Install Idéslussen and it opens from the home screen and works entirely without contact. The browser then also keeps what you have saved more safely.',
    button: 'Install the app',
    ios: 'Press Share in Safari and choose “Add to Home Screen”.',
    manual: 'Open the browser’s menu and choose “Install app” or “Add to Home Screen”, if it is there.'
  },
  media: {
    title: 'Pictures and sound',
    wifiOnly: 'Send and fetch pictures on wifi only',
    hint: 'Text is always sent. Pictures and recordings wait on the device until you have wifi.',
    unknown:
      'This browser does not say what sort of connection you have. So there is nothing to choose here, and pictures are sent as soon as there is contact.',
    deviceOnly: 'The choice is for this device.'
  },
  storage: 'Space and protection are shown on the Sync page.',
  toSync: 'To Sync',
  account: { title: 'Account', signOut: 'Sign out' },
  about: {
    title: 'About Idéslussen',
    version: (version: string, build: string) => `Version ${version}, build ${build}`,
    upToDate: 'You have the latest version the device knows of.',
    check: 'Look for a new version',
    checking: 'Looking …',
    checkFailed: 'It was not possible to look right now. Try when you have contact.',
    privacy: 'What is stored and how',
    accessibility: 'Accessibility'
  },
  update: {
    available: 'New version – reload',
    lead: 'What you are writing is saved first.',
    reload: 'Reload',
    later: 'Later',
    label: 'New version',
    notSafe: 'The page is not reloaded, since what you are writing could not be saved on the device. Save first.'
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Everyone should be able to use Idéslussen. Here is how accessible it is, what is lacking and how to tell us.',
    goalTitle: 'What we build to',
    goal: 'Idéslussen is built to follow the Swedish act on accessibility to digital public services (2018:1937), the standard EN 301 549 and WCAG 2.1 level AA. We aim for WCAG 2.2 level AA.',
    worksTitle: 'How it should work',
    works: [
      'Everything can be done by keyboard, and you always see where you are.',
      'Screen readers get headings, labels and messages in words.',
      'Text can be enlarged to 200 per cent and nothing disappears.',
      'Status is shown in words, never by a colour alone.',
      'Buttons are at least 44 pixels high.',
      'Light and dark appearance have good contrast, and motion is toned down if your device is set so.'
    ],
    faultsTitle: 'Known faults',
    faults: [
      'Pictures that people add have no description of their own. Please say in the text what the picture shows.',
      'Recordings have no text version. Please write the main points under Need as well.',
      'The browser’s own audio player is better in some browsers than in others.'
    ],
    testedTitle: 'How it has been reviewed',
    tested:
      'The review was made by those who build Idéslussen: with the automatic tool axe, by keyboard, in large text and in light and dark appearance. Nobody from outside has reviewed it yet. The municipality that uses Idéslussen is responsible for its own statement.',
    reportTitle: 'Tell us if something does not work',
    report:
      'Describe what you wanted to do and what happened. It becomes an idea that your municipality’s idea coach reads. It works without contact and is sent afterwards.',
    reportButton: 'Report a fault',
    reportPrefix: 'Accessibility fault: ',
    signInFirst: 'Sign in to report here, or contact your municipality.',
    authorityTitle: 'If you are not content with the answer',
    authority: 'The Agency for Digital Government, Digg, supervises. You can report the fault to them.',
    authorityLink: 'Report to Digg (opens digg.se)'
  },
  privacy: {
    title: 'What is stored and how',
    lead: 'Short and honest, about your data.',
    sections: [
      {
        title: 'On your device',
        points: [
          'What you write is first saved on the device. A copy of what you may read is there too, so that everything works without contact.',
          'Whoever can unlock the device and open the app can read it. Use a screen lock, and sign out on shared devices.',
          'When you sign out, everything that is yours is removed from the device.'
        ]
      },
      {
        title: 'With the municipality',
        points: [
          'Ideas, comments, support, pictures and recordings are stored on the municipality’s server. Everyone in your municipality who uses Idéslussen can read them.',
          'Your name does not stand in what you write, only a random identifier. The name is in one single place and can be changed or erased there.',
          'Nothing is sent to anyone else. There are no statistics about you, no cookies from others and no advertising.',
          'A cookie is used for signing in. The app’s own choices, such as language and appearance, stay on the device.'
        ]
      },
      {
        title: 'When you hide your name',
        points: [
          'Colleagues, managers and idea coaches do not see who wrote. The name is hidden, but not secret.',
          'All ideas you hide share one alias. What you write, your pictures, your voice and your unit may give you away.',
          'Whoever runs the server could in principle find out whose the alias is.'
        ]
      },
      {
        title: 'Official documents',
        points: [
          'A submitted idea is probably an official document of the municipality. It can be requested, and is kept or disposed of by the municipality’s rules.',
          'A draft on your device has not been submitted.'
        ]
      },
      {
        title: 'What may not stand here',
        points: [
          'Details of those who receive care are confidential and may not stand in an idea.',
          'The app and the server say no to anything that looks like a personal identity number or coordination number. Names and descriptions they cannot recognise. That responsibility is yours.',
          'In pictures, details of place, time and camera are removed before they are saved.'
        ]
      },
      {
        title: 'Your rights',
        points: [
          'The municipality is the data controller. Turn to it if you want to know what there is about you, correct something or have your name erased.',
          'You can take back an idea or comment of your own. It is then marked as taken back. The municipality’s administrator can erase it altogether if the law requires it.',
          'You can complain to the Swedish Authority for Privacy Protection (IMY).'
        ]
      }
    ]
  },
  back: 'Settings',
  storageFailed: 'The choice could not be saved on the device and holds only until you close the app.'
};
