/**
 * Layouts by their names: PowerPoint's own in the languages in which it names them, and what designers call theirs. Only words that tell
 * one role from all others; which role is asked first is said in `roles.ts`.
 */

/** What a deck needs a layout for, in the order in which names are asked: the more special first. */
export const LAYOUT_ROLES = [
  'cover',
  'section',
  'agenda',
  'comparison',
  'caption',
  'picture',
  'two',
  'chartText',
  'chart',
  'table',
  'figures',
  'quote',
  'statement',
  'timeline',
  'sources',
  'closing',
  'titleOnly',
  'blank',
  'content',
] as const;

export type LayoutRole = (typeof LAYOUT_ROLES)[number];

/** A name as it is compared: lower case, without accents, numbers at its ends and marks. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[_\-–—:/|.,()[\]]+/g, ' ')
    .replace(/^\s*\d+\s+|\s+\d+\s*$/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Words in Latin letters are written without accents, others as `normalize('NFKD')` leaves them. */
const plain = (words: string): RegExp =>
  new RegExp(
    words
      .trim()
      .split(/\s*\n\s*/)
      .map((line) => line.normalize('NFKD').replace(/\p{M}/gu, ''))
      .join('|'),
    'u',
  );

export const ROLE_NAMES: Readonly<Record<LayoutRole, RegExp>> = {
  cover: plain(`^title$|^title and subtitle|^title slide|^title page|^cover|^front page|^opening
    ^titelfolie|^titelseite|^deckblatt|^startfolie|^diapositive de titre|^page de titre|^page de garde|^couverture
    ^diapositiva de titulo|^portada|^diapositiva titolo|^copertina|^slide de titulo|^diapositivo de titulo|^capa$
    ^titeldia|^rubrikbild|^titelslide|^tittellysbilde|^otsikkodia|^slajd tytulowy|^uvodni snimek|^titulna snimka|^cimdia|^diapozitiv titlu
    ^baslik slayd|^титульный слайд|^титульний слайд|^заглавен слайд|^タイトル スライド|^表紙|^标题幻灯片|^封面|^標題投影片|^제목 슬라이드|^표지|شريحة عنوان|שקופית כותרת`),
  section: plain(`section|divider|chapter|^separator|^break$
    abschnitt|kapitel|trennfolie|trenner|intercalaire|chapitre|encabezado de seccion|separador|capitulo|intestazione sezione|capitolo|cabecalho d
    sectiekop|hoofdstuk|afsnitsoverskrift|deloverskrift|osan ylatunniste|naglowek sekcji|zahlavi casti|szakaszfejlec|bolum ust|antet sectiune
    раздел|розділ|セクション|节标题|章節標題|區段標題|구역 머리글|عنوان المقطع|כותרת מקטע`),
  agenda: plain(
    `^agenda|^contents|^table of contents|^outline$|^inhaltsverzeichnis|^inhaltsubersicht|^gliederung|^ordre du jour|^sommaire|^indice|^orden del dia|^sommario|^inhoudsopgave|^innehallsforteckning|^dagsorden|^spis tresci|^содержание|^повестка|^目次|^アジェンダ|^目录|^议程|^목차`,
  ),
  comparison: plain(
    `comparison|compare|^versus|vergleich|comparaison|comparacion|confronto|comparacao|vergelijking|jamforelse|sammenligning|vertailu|porownanie|porovnani|osszehasonlitas|karsilastirma|comparatie|сравнение|порівняння|^比較|^比较|^比對|비교|مقارنة|השוואה`,
  ),
  caption: plain(
    `picture with caption|image with caption|photo with caption|bild mit uberschrift|bild mit beschriftung|bild mit bildunterschrift|image avec legende|imagen con titulo|immagine con didascalia|imagem com legenda|afbeelding met bijschrift|bild med bildtext|billede med billedtekst|bilde med tekst|kuva ja kuvateksti|obraz z podpisem|obrazek s titulkem|kep kepalairassal|resim yazisi|рисунок с подписью|タイトル付きの図|图片与标题|含標題的圖片|캡션 있는 그림`,
  ),
  picture: plain(
    `^(?:full |large |big )?(?:picture|image|photo)s?(?: full| slide| only)?$|full.?bleed|^ganzseitiges bild|^bild$|^image$|^imagen$|^immagine$`,
  ),
  two: plain(
    `two content|two columns?|^2 content|title 2 content|two parts|zwei inhalte|zwei spalten|2 spalten|deux contenus|deux colonnes|dos objetos|dos contenidos|dos columnas|due contenuti|due colonne|duas partes|dois conteudos|duas colunas|inhoud van twee|twee kolommen|tva innehallsdelar|to indholdsobjekter|to innholdsdeler|kaksi sisaltokohdetta|dwa elementy|dva obsahy|tartalomresz|iki icerik|два объекта|два об.екти|2 つのコンテンツ|两栏内容|兩項物件|兩個內容|콘텐츠 2개|محتويان|שני תכנים`,
  ),
  chartText: plain(
    `chart and text|text and chart|chart text|diagramm und text|text und diagramm|graphique et texte|grafico y texto|grafico e testo`,
  ),
  chart: plain(`^chart|^graph\\b|^diagramm|^graphique|^grafico|^grafiek|^diagram|^wykres|^диаграмма|^グラフ|^图表|^차트`),
  table: plain(`^table$|^title and table|^tabelle|^tableau|^tabla|^tabella|^tabela|^tabel|^таблица|^表$|^表格|^표$`),
  figures: plain(
    `key figures?|key numbers?|facts and figures|^numbers|^kpi|^big number|kennzahlen|zahlen und fakten|chiffres cles|cifras clave|datos clave|numeri chiave|numeros`,
  ),
  quote: plain(
    `^quote|quotation|testimonial|^zitat|^citation|^cita\\b|^cita$|^citazione|^citacao|^citaat|^citat|^cytat|^цитата|^引用|^인용`,
  ),
  statement: plain(`^statement|^main point|^key message|^big idea|^message$|^kernaussage|^aussage|^message cle|^mensaje`),
  timeline: plain(`timeline|roadmap|zeitstrahl|zeitachse|chronologie|frise|cronologia|linea de tiempo|tijdlijn|tidslinje`),
  sources: plain(
    `^sources|^references|^bibliography|^quellen|^literatur|^bibliographie|^fuentes|^referencias|^fonti|^bronnen|^kallor|^источники|^出典|^来源|^참고`,
  ),
  closing: plain(
    `^closing|^end\\b|^end slide|^thank|^final|^last page|^back cover|^contact|^disclaimer|^schluss|^ende\\b|^danke|^kontakt|^abschluss|^merci|^fin$|^gracias|^cierre|^grazie|^chiusura|^obrigad|^bedankt|^tack|^спасибо|^ありがとう|^结束|^谢谢|^감사`,
  ),
  titleOnly: plain(
    `title only|only title|nur titel|titre seul|solo el titulo|solo titulo|solo titolo|somente titulo|so titulo|apenas titulo|alleen titel|endast rubrik|kun titel|bare tittel|vain otsikko|tylko tytul|jenom nadpis|csak cim|yalnizca baslik|doar titlu|только заголовок|лише заголовок|タイトルのみ|仅标题|只有標題|제목만|عنوان فقط|כותרת בלבד`,
  ),
  blank: plain(
    `^blank|^empty|^leer|^vide$|^en blanco|^vuot|^em branco|^leeg|^tom$|^tomt|^tyhja|^pust|^prazdn|^ures|^bos$|^gol$|пустой|порожній|^白紙|^空白|빈 화면|^فارغ|^ריק`,
  ),
  content: plain(
    `title and content|title content|title and body|one column text|content$|bullets?|^text$|^standard|^default|inhalt|text und titel|titre et contenu|titulo y objetos|titulo y contenido|contenido|titolo e contenuto|contenuto|titulo e (?:conteudo|objeto)|conteudo|titel en (?:object|inhoud)|rubrik och innehall|titel og indhold|tittel og innhold|otsikko ja sisalto|tytul i zawartosc|nadpis a obsah|cim es tartalom|baslik ve icerik|titlu si continut|заголовок и объект|заголовок і об|タイトルとコンテンツ|标题和内容|標題及(?:內容|物件)|제목 및 내용|عنوان ومحتوى|כותרת ותוכן`,
  ),
};
