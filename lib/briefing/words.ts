/** The words that we add to a deck, in its language. */
import type { Status } from './inline.js';

/** Words of one language; `{n}` and `{of}` are replaced. */
export interface Words {
  readonly lang: string;
  readonly agenda: string;
  readonly sources: string;
  /** Leads the source line at a slide's foot: `Sources:`. */
  readonly sourceLine: string;
  readonly notes: string;
  /** Behind a title that goes on: `({n}/{of})`. */
  readonly part: string;
  /** Behind the title of a slide that goes on under the last one's: `(continued)`. */
  readonly continued: string;
  readonly overview: string;
  /** Between two names or facts: `, `. */
  readonly comma: string;
  readonly table: string;
  /** What a chart calls the categories that it takes together. */
  readonly other: string;
  /** What a histogram counts. */
  readonly count: string;
  /** What a callout is called; the words of other labels stand as the author wrote them. */
  readonly callouts: Readonly<Record<string, string>>;
  /** The title of the last slide, which says who answers for the deck. */
  readonly closing: string;
  readonly contact: string;
  /** Marks a deck that was made in spite of errors. */
  readonly draft: string;
  readonly disclaimer: string;
  /** `{date}` is replaced. */
  readonly asOf: string;
  /** Leads to the source slides: `{n}` is how many sources there are. */
  readonly sourceCount: string;
  readonly oneSource: string;
  /** When a page that changes was read: `{date}` is replaced. */
  readonly accessed: string;
  /** The register of claims: its title and the heads of its columns. */
  readonly claims: {
    readonly title: string;
    readonly statement: string;
    readonly standing: string;
    readonly by: string;
    readonly source: string;
  };
  /** Leads to the appendix. */
  readonly appendix: string;
  /** Leads from the appendix to slide `{n}`. */
  readonly backTo: string;
  /** What a status is called in a label. */
  readonly status: Readonly<Record<Status, string>>;
  /** What it means, said once on a slide where it appears. */
  readonly statusMeaning: Readonly<Record<Status, string>>;
}

const en: Words = {
  lang: 'en',
  agenda: 'Agenda',
  sources: 'Sources',
  sourceLine: 'Sources:',
  notes: 'Notes',
  part: '({n}/{of})',
  continued: '(continued)',
  overview: 'Overview',
  comma: ', ',
  table: 'Table',
  other: 'Other',
  count: 'Count',
  closing: 'About this briefing',
  contact: 'Contact',
  draft: 'DRAFT',
  disclaimer: 'Disclaimer',
  asOf: 'Figures as of {date}',
  sourceCount: '{n} sources, listed here',
  oneSource: '1 source, listed here',
  accessed: 'accessed {date}',
  claims: { title: 'Claims in this briefing', statement: 'Statement', standing: 'Standing', by: 'By', source: 'Source' },
  appendix: 'Appendix',
  backTo: 'Back to slide {n}',
  status: {
    confirmed: 'confirmed',
    reported: 'reported',
    claimed: 'claim',
    estimated: 'est.',
    computed: 'computed',
    disputed: 'disputed',
  },
  statusMeaning: {
    confirmed: 'confirmed = shown by records',
    reported: 'reported = by the press, not confirmed',
    claimed: 'claim = one party’s word',
    estimated: 'est. = outside estimate',
    computed: 'computed = worked out from cited figures',
    disputed: 'disputed = sources disagree',
  },
  callouts: {
    NOTE: 'Note',
    TIP: 'Tip',
    IMPORTANT: 'Important',
    WARNING: 'Warning',
    CAUTION: 'Caution',
    DANGER: 'Danger',
    INFO: 'Info',
    SUCCESS: 'Success',
    ERROR: 'Error',
  },
};

const zhHans: Words = {
  lang: 'zh-CN',
  agenda: '目录',
  sources: '资料来源',
  sourceLine: '来源：',
  notes: '备注',
  part: '（{n}/{of}）',
  continued: '（续）',
  overview: '概览',
  comma: '，',
  table: '表格',
  other: '其他',
  count: '数量',
  closing: '关于本简报',
  contact: '联系方式',
  draft: '草稿',
  disclaimer: '免责声明',
  asOf: '数据截至{date}',
  sourceCount: '共{n}个来源，列于此处',
  oneSource: '共1个来源，列于此处',
  accessed: '{date}访问',
  claims: { title: '本简报中的说法', statement: '说法', standing: '性质', by: '出自', source: '来源' },
  appendix: '附录',
  backTo: '返回第{n}页',
  status: { confirmed: '已证实', reported: '据报道', claimed: '自称', estimated: '估计', computed: '推算', disputed: '有争议' },
  statusMeaning: {
    confirmed: '已证实 = 有记录为证',
    reported: '据报道 = 媒体报道，未经证实',
    claimed: '自称 = 只有一方这样说',
    estimated: '估计 = 外部估计',
    computed: '推算 = 由所引数字算出',
    disputed: '有争议 = 各来源说法不一',
  },
  callouts: {
    NOTE: '注',
    TIP: '提示',
    IMPORTANT: '重要',
    WARNING: '警告',
    CAUTION: '小心',
    DANGER: '危险',
    INFO: '信息',
    SUCCESS: '成功',
    ERROR: '错误',
  },
};

const zhHant: Words = {
  lang: 'zh-Hant',
  agenda: '目錄',
  sources: '資料來源',
  sourceLine: '來源：',
  notes: '備註',
  part: '（{n}/{of}）',
  continued: '（續）',
  overview: '概覽',
  comma: '，',
  table: '表格',
  other: '其他',
  count: '數量',
  closing: '關於本簡報',
  contact: '聯絡方式',
  draft: '草稿',
  disclaimer: '免責聲明',
  asOf: '數據截至{date}',
  sourceCount: '共{n}個來源，列於此處',
  oneSource: '共1個來源，列於此處',
  accessed: '{date}存取',
  claims: { title: '本簡報中的說法', statement: '說法', standing: '性質', by: '出自', source: '來源' },
  appendix: '附錄',
  backTo: '返回第{n}頁',
  status: { confirmed: '已證實', reported: '據報導', claimed: '自稱', estimated: '估計', computed: '推算', disputed: '有爭議' },
  statusMeaning: {
    confirmed: '已證實 = 有紀錄為證',
    reported: '據報導 = 媒體報導，未經證實',
    claimed: '自稱 = 只有一方這樣說',
    estimated: '估計 = 外部估計',
    computed: '推算 = 由所引數字算出',
    disputed: '有爭議 = 各來源說法不一',
  },
  callouts: {
    NOTE: '註',
    TIP: '提示',
    IMPORTANT: '重要',
    WARNING: '警告',
    CAUTION: '小心',
    DANGER: '危險',
    INFO: '資訊',
    SUCCESS: '成功',
    ERROR: '錯誤',
  },
};

const ar: Words = {
  lang: 'ar',
  agenda: 'المحتويات',
  sources: 'المصادر',
  sourceLine: 'المصادر:',
  notes: 'ملاحظات',
  part: '({n}/{of})',
  continued: '(تابع)',
  overview: 'نظرة عامة',
  comma: '، ',
  table: 'جدول',
  other: 'أخرى',
  count: 'العدد',
  closing: 'حول هذا الموجز',
  contact: 'للتواصل',
  draft: 'مسودة',
  disclaimer: 'إخلاء مسؤولية',
  asOf: 'الأرقام حتى {date}',
  sourceCount: 'المصادر ({n}) مذكورة هنا',
  oneSource: 'مصدر واحد مذكور هنا',
  accessed: 'تاريخ الاطلاع {date}',
  claims: { title: 'الادعاءات في هذا الموجز', statement: 'القول', standing: 'درجة الثقة', by: 'القائل', source: 'المصدر' },
  appendix: 'الملحق',
  backTo: 'العودة إلى الشريحة {n}',
  status: { confirmed: 'مؤكد', reported: 'وفق تقارير', claimed: 'ادعاء', estimated: 'تقدير', computed: 'محسوب', disputed: 'محل خلاف' },
  statusMeaning: {
    confirmed: 'مؤكد = تثبته السجلات',
    reported: 'وفق تقارير = نقلته الصحافة ولم يتأكد',
    claimed: 'ادعاء = قول طرف واحد',
    estimated: 'تقدير = تقدير من جهة خارجية',
    computed: 'محسوب = ناتج عن أرقام مذكورة المصدر',
    disputed: 'محل خلاف = المصادر غير متفقة',
  },
  callouts: {
    NOTE: 'ملاحظة',
    TIP: 'نصيحة',
    IMPORTANT: 'مهم',
    WARNING: 'تحذير',
    CAUTION: 'تنبيه',
    DANGER: 'خطر',
    INFO: 'معلومة',
    SUCCESS: 'نجاح',
    ERROR: 'خطأ',
  },
};

const de: Words = {
  lang: 'de',
  agenda: 'Agenda',
  sources: 'Quellen',
  sourceLine: 'Quellen:',
  notes: 'Notizen',
  part: '({n}/{of})',
  continued: '(Fortsetzung)',
  overview: 'Überblick',
  comma: ', ',
  table: 'Tabelle',
  other: 'Sonstige',
  count: 'Anzahl',
  closing: 'Zu diesem Briefing',
  contact: 'Kontakt',
  draft: 'ENTWURF',
  disclaimer: 'Haftungsausschluss',
  asOf: 'Stand der Zahlen: {date}',
  sourceCount: '{n} Quellen, hier aufgeführt',
  oneSource: '1 Quelle, hier aufgeführt',
  accessed: 'abgerufen am {date}',
  claims: { title: 'Behauptungen in diesem Briefing', statement: 'Aussage', standing: 'Stand', by: 'Von', source: 'Quelle' },
  appendix: 'Anhang',
  backTo: 'Zurück zu Folie {n}',
  status: {
    confirmed: 'bestätigt',
    reported: 'berichtet',
    claimed: 'Angabe',
    estimated: 'gesch.',
    computed: 'berechnet',
    disputed: 'umstritten',
  },
  statusMeaning: {
    confirmed: 'bestätigt = durch Unterlagen belegt',
    reported: 'berichtet = laut Presse, nicht bestätigt',
    claimed: 'Angabe = sagt nur eine Seite',
    estimated: 'gesch. = Schätzung von außen',
    computed: 'berechnet = aus zitierten Zahlen ermittelt',
    disputed: 'umstritten = Quellen widersprechen sich',
  },
  callouts: {
    NOTE: 'Hinweis',
    TIP: 'Tipp',
    IMPORTANT: 'Wichtig',
    WARNING: 'Warnung',
    CAUTION: 'Vorsicht',
    DANGER: 'Gefahr',
    INFO: 'Info',
    SUCCESS: 'Erfolg',
    ERROR: 'Fehler',
  },
};

const fr: Words = {
  lang: 'fr',
  agenda: 'Sommaire',
  sources: 'Sources',
  sourceLine: 'Sources\u202f:',
  notes: 'Notes',
  part: '({n}/{of})',
  continued: '(suite)',
  overview: 'Vue d’ensemble',
  comma: ', ',
  table: 'Tableau',
  other: 'Autres',
  count: 'Nombre',
  closing: 'À propos de cette note',
  contact: 'Contact',
  draft: 'PROJET',
  disclaimer: 'Avertissement',
  asOf: 'Chiffres au {date}',
  sourceCount: '{n} sources, listées ici',
  oneSource: '1 source, listée ici',
  accessed: 'consulté le {date}',
  claims: { title: 'Affirmations de ce dossier', statement: 'Affirmation', standing: 'Fiabilité', by: 'Auteur', source: 'Source' },
  appendix: 'Annexe',
  backTo: 'Retour à la diapositive {n}',
  status: { confirmed: 'confirmé', reported: 'rapporté', claimed: 'déclaré', estimated: 'est.', computed: 'calculé', disputed: 'contesté' },
  statusMeaning: {
    confirmed: 'confirmé = établi par des documents',
    reported: 'rapporté = par la presse, non confirmé',
    claimed: 'déclaré = parole d’une seule partie',
    estimated: 'est. = estimation extérieure',
    computed: 'calculé = tiré des chiffres cités',
    disputed: 'contesté = les sources divergent',
  },
  callouts: {
    NOTE: 'Remarque',
    TIP: 'Conseil',
    IMPORTANT: 'Important',
    WARNING: 'Avertissement',
    CAUTION: 'Attention',
    DANGER: 'Danger',
    INFO: 'Information',
    SUCCESS: 'Succès',
    ERROR: 'Erreur',
  },
};

const es: Words = {
  lang: 'es',
  agenda: 'Índice',
  sources: 'Fuentes',
  sourceLine: 'Fuentes:',
  notes: 'Notas',
  part: '({n}/{of})',
  continued: '(continuación)',
  overview: 'Resumen',
  comma: ', ',
  table: 'Tabla',
  other: 'Otros',
  count: 'Recuento',
  closing: 'Sobre este informe',
  contact: 'Contacto',
  draft: 'BORRADOR',
  disclaimer: 'Aviso legal',
  asOf: 'Cifras a {date}',
  sourceCount: '{n} fuentes, enumeradas aquí',
  oneSource: '1 fuente, enumerada aquí',
  accessed: 'consultado el {date}',
  claims: { title: 'Afirmaciones de este informe', statement: 'Afirmación', standing: 'Fiabilidad', by: 'Autor', source: 'Fuente' },
  appendix: 'Anexo',
  backTo: 'Volver a la diapositiva {n}',
  status: {
    confirmed: 'confirmado',
    reported: 'según prensa',
    claimed: 'declarado',
    estimated: 'est.',
    computed: 'calculado',
    disputed: 'discutido',
  },
  statusMeaning: {
    confirmed: 'confirmado = probado con documentos',
    reported: 'según prensa = publicado, sin confirmar',
    claimed: 'declarado = palabra de una sola parte',
    estimated: 'est. = estimación externa',
    computed: 'calculado = a partir de cifras citadas',
    disputed: 'discutido = las fuentes no coinciden',
  },
  callouts: {
    NOTE: 'Nota',
    TIP: 'Consejo',
    IMPORTANT: 'Importante',
    WARNING: 'Advertencia',
    CAUTION: 'Precaución',
    DANGER: 'Peligro',
    INFO: 'Información',
    SUCCESS: 'Éxito',
    ERROR: 'Error',
  },
};

const ja: Words = {
  lang: 'ja',
  agenda: '目次',
  sources: '出典',
  sourceLine: '出典：',
  notes: 'ノート',
  part: '（{n}/{of}）',
  continued: '（続き）',
  overview: '概要',
  comma: '、',
  table: '表',
  other: 'その他',
  count: '件数',
  closing: '本資料について',
  contact: '連絡先',
  draft: '下書き',
  disclaimer: '免責事項',
  asOf: '数値は{date}現在',
  sourceCount: '出典{n}件の一覧',
  oneSource: '出典1件の一覧',
  accessed: '{date}閲覧',
  claims: { title: 'この資料の主張', statement: '内容', standing: '確度', by: '主張者', source: '出典' },
  appendix: '付録',
  backTo: 'スライド{n}に戻る',
  status: { confirmed: '確認済み', reported: '報道', claimed: '自称', estimated: '推定', computed: '算出', disputed: '異論あり' },
  statusMeaning: {
    confirmed: '確認済み = 記録による裏付けあり',
    reported: '報道 = 報道のみ、未確認',
    claimed: '自称 = 一方の主張のみ',
    estimated: '推定 = 外部による推定',
    computed: '算出 = 引用した数値から計算',
    disputed: '異論あり = 出典により異なる',
  },
  callouts: {
    NOTE: '注記',
    TIP: 'ヒント',
    IMPORTANT: '重要',
    WARNING: '警告',
    CAUTION: '注意',
    DANGER: '危険',
    INFO: '情報',
    SUCCESS: '成功',
    ERROR: 'エラー',
  },
};

const LANGUAGES: ReadonlyMap<string, Words> = new Map([en, ar, de, fr, es, ja].map((words) => [words.lang, words]));

/** The words of exactly this language and script; null where we have none. */
function find(lang: string): Words | null {
  const { language, script } = locale(lang);
  if (language === 'zh') return script === 'Hant' ? zhHant : zhHans;
  return LANGUAGES.get(language) ?? null;
}

/** The language, and the script that it is written in where the tag does not say: `zh-TW` is Hant. */
function locale(lang: string): Intl.Locale {
  try {
    return new Intl.Locale(lang).maximize();
  } catch {
    return new Intl.Locale('und');
  }
}

/** Whether we have words for a language tag. */
export const hasWords = (lang: string): boolean => find(lang) !== null;

/** The words for a language tag; English where we have none. */
export const wordsFor = (lang: string): Words => find(lang) ?? en;
