import type { Library, LibraryOption } from './policy.ts'

/**
 * What a library does with a value that it is given for origins:
 *
 * - `anyone`: sends `*`;
 * - `echo`: sends whatever origin asks;
 * - `none`: lets nobody in;
 * - `fails`: answers every request with an error;
 * - `stops`: throws as soon as it is given the value, so that nothing starts;
 * - `sent`: sends the value as text, which is no origin.
 */
export type Effect = 'anyone' | 'echo' | 'none' | 'fails' | 'stops' | 'sent'

/** How a library reads its option for origins. */
export interface OriginSemantics {
  /** Without the option. */
  readonly absent: Effect
  readonly undefined: Effect
  readonly null: Effect
  /** The empty text. */
  readonly empty: Effect
  readonly false: Effect
  readonly true: Effect
  /** `'*'`, alone. */
  readonly star: Effect
  /**
   * A text: one origin; several with commas between (and spaces, if those are trimmed); an origin or else a host, under
   * whatever scheme; or the origin that asks is looked for in it, so that a part of the text will do (`contains`). Or
   * what becomes of any that is not `*`.
   */
  readonly text: 'origin' | 'list' | 'trimmed list' | 'host' | 'contains' | Effect
  /** A text in a list; as `text` unless told. */
  readonly textInList?: 'origin'
  /** Texts that mean something of their own where they stand alone. */
  readonly words?: Readonly<Record<string, Effect>>
  /** The text `null`, alone or in a list, where it is not an origin like any other. */
  readonly nullText?: Effect
  /** Exports of packages that stand for everybody, as `['*']` does. */
  readonly everyone?: { readonly modules: readonly string[]; readonly names: readonly string[] }
  /** Texts in which `*` stands for something; `undefined` where it is a letter like any other. */
  readonly globs?: Globs
  /** A list of one entry or more: compared with the origin that asks, or sent as several headers. */
  readonly list: 'compared' | 'sent' | Effect
  /** Whether a `Set` is such a list; otherwise it counts as `other`. */
  readonly isSetList?: boolean
  readonly emptyList: Effect
  /** `['*']`; `none` where it is an entry that is compared like any other and never matches. */
  readonly starInList: Effect
  /** `['*', 'https://app.example.com']`; as `starInList` unless told. */
  readonly starAmongOthers?: Effect
  /** What somebody gets who is not on a list of several: nothing, or the text `null`, which lets opaque origins in. */
  readonly refusal?: 'none' | 'null'
  readonly regexp: 'tested' | Effect
  /** As `regexp` unless told. */
  readonly regexpInList?: 'tested' | Effect
  /** Whether it starts each test of a pattern at the beginning, also where a flag makes patterns go on. */
  readonly restartsPatterns?: boolean
  /** A `Set`, a `URL`, a number: whatever is truthy and is nothing of the above. */
  readonly other: Effect
  readonly function: FunctionSemantics | Effect
  /** Whether a function is asked in a list as well; there it counts as `other` unless told. */
  readonly functionInList?: 'asked'
}

/** What `*` inside of a text stands for. */
export interface Globs {
  /** Where: in texts that stand alone, in entries of lists, or both. */
  readonly in: 'text' | 'list' | 'both'
  /** A regular expression for one `*`; `anything` where one `*` opens the text to every origin. */
  readonly star: string
  /** Where the library looks at the first `*` and the first dot alone: further dots stand for any letter. */
  readonly isNaive?: boolean
}

/** How a library asks a function about origins. */
export interface FunctionSemantics {
  /** What it gives first: the `Origin` of the request, or the request (the context) itself. */
  readonly asks: 'origin' | 'request'
  /**
   * How the function answers: through the callback that comes second; or by what it returns, which is read as the
   * option itself would be (`option`), is sent as the header (`header`), or counts where it is truthy (`truthy`) or
   * `true` (`true`).
   */
  readonly answers: 'callback' | 'option' | 'header' | 'truthy' | 'true'
  /** What becomes of `*` as the header: it is sent (the default), or taken as if it stood in the option. */
  readonly star?: 'sent' | 'option'
  /**
   * What becomes of a promise: it is waited for; it counts as an answer by itself, which lets everybody in; it is
   * sent as text; it admits nobody; or the request hangs.
   */
  readonly promise: 'awaited' | Effect | 'hangs'
  /** What the first argument of the callback has to be for the second to count; `falsy` unless told. */
  readonly success?: 'falsy' | 'null'
}

/** How a library reads its option for credentials. */
export interface CredentialSemantics {
  /** Without the option. */
  readonly absent: boolean
  /** Which values turn it on. */
  readonly on: 'true' | 'truthy' | 'not false'
  /** Whether a function in its place is called with the request, and answers with the value. */
  readonly isAsked?: boolean
  /** Whether `undefined` is the same as no option at all, as it is for a default of destructuring. */
  readonly undefined?: 'absent'
}

/** An option that turns everything else on or off. */
export interface GateSemantics {
  readonly name: string
  /** The values with which CORS is on. A function, and what cannot be seen, may well turn it on. */
  readonly on: 'true' | 'truthy' | 'falsy'
  /** Whether it is on without the option. */
  readonly absent: boolean
}

/** What a library does when it is told nothing, where that is not what it does with an empty object. */
export interface UntoldSemantics {
  readonly origin: Effect
  readonly credentials: boolean
  /** Seconds. */
  readonly maxAge?: number
}

/** What stands where the options go and is no object: the defaults apply, nothing happens, or it is the origin. */
export type BareEffect = 'defaults' | 'off' | 'origin' | 'anyone' | 'echo'

export interface BareSemantics {
  readonly true?: BareEffect
  /** `false`, `null`, and what is not there although its name is. */
  readonly false?: BareEffect
  /** `undefined`, as `false` unless told. */
  readonly undefined?: BareEffect
  readonly text?: BareEffect
  readonly list?: BareEffect
  /** A regular expression, a `Set`, a number, and of the above what is not told. */
  readonly other: BareEffect
}

/** A function where the options go. */
export type Delegate =
  /** It is given the request and answers with options through its callback. */
  | 'callback'
  /** It is given the request and returns options. */
  | 'value'
  /**
   * It is given the request, and answers through its callback where it takes two parameters; where it does not, it
   * has to return a promise of options.
   */
  | 'callback or promise'
  /** It is called once and returns options, or a function that takes a callback or returns a promise. */
  | 'factory'

/** Where a library is given its options. */
export type Place =
  /** A call, or `new`, of what a package exports: `cors(options)`, `new Server(http, { cors })`. */
  | (PlaceOfOptions & {
      readonly type: 'call' | 'new'
      /** The empty text is no package: a name that a framework brings in by itself. */
      readonly modules: readonly string[]
      /** Dotted; the empty text is the package itself, or its default export. */
      readonly names: readonly string[]
    })
  /** A method that is called by its name in a file that mentions the package: `app.enableCors(options)`. */
  | (PlaceOfOptions & { readonly type: 'method'; readonly methods: readonly string[]; readonly mention: RegExp })
  /** A call that hands on what a package exports: `app.register(cors, options)`. */
  | (PlaceOfOptions & {
      readonly type: 'handed'
      readonly modules: readonly string[]
      readonly names: readonly string[]
      readonly methods: readonly string[]
    })
  /** An object that takes in what a package exports: `{ mixins: [ApiGateway], settings: { cors } }`. */
  | (PlaceOfOptions & {
      readonly type: 'beside'
      readonly modules: readonly string[]
      readonly names: readonly string[]
      /** The property that takes it in. */
      readonly property: string
    })
  /** What a configuration file exports, or hands to a function of the framework and exports then. */
  | (PlaceOfOptions & {
      readonly type: 'file'
      /** What the path of the file ends with. */
      readonly file: RegExp
      /** The names it may be exported by: `default` stands for `export default` and `module.exports`. */
      readonly exports: readonly string[]
    })
  /**
   * An object that a file exports for others under a name like this, or by default from a file that is called so, with
   * nothing in it but options of the library, that for origins among them.
   */
  | { readonly type: 'exported'; readonly name: RegExp }

/** Where the options are, from there. */
export interface PlaceOfOptions {
  /** The argument that holds the options, from 0; for `handed`, counted from the one after what is handed on. */
  readonly argument: number
  /** Whether the argument may be left out although another one follows: `onCall(handler)`, `onCall(options, handler)`. */
  readonly isOptional?: boolean
  /**
   * The names of the properties that lead from there to the options; none when it holds them itself. `[]` is each
   * element of a list, `{}` each property of an object, and `[name]` the elements that are that text, or objects whose
   * `name` it is.
   */
  readonly path?: readonly string[]
  /** The path to options that hold where those at the end of `path` do not say otherwise. */
  readonly over?: readonly string[]
  /** What happens where there is nothing: the library does what it does without options, or it is not asked. */
  readonly absent: 'defaults' | 'off'
  /** Whether what is given here goes over the options that the library has been given elsewhere. */
  readonly overlays?: boolean
}

/** An option as a reader has it: what happens without it is told where it does not follow from the rest. */
export type OptionData =
  | (Omit<LibraryOption, 'absent' | 'part'> & {
      readonly part: NonNullable<LibraryOption['part']>
      readonly absent?: string
    })
  | (LibraryOption & { readonly part: undefined })

export type LibraryData = Omit<Library, 'options'> & { readonly options: readonly OptionData[] }

/** What the reader of a library that is told by options is made of. */
export type OptionLibraryData = Omit<OptionLibrary, 'library'> & { readonly library: LibraryData }

/** A library that is told by options, with all that is known about it. */
export interface OptionLibrary {
  readonly library: Library
  readonly origin: OriginSemantics
  /** Options that decide about origins beside the first, by their names; each lets in whom it names. */
  readonly otherOrigins?: Readonly<Record<string, OriginSemantics>>
  /** What a value means that takes the place of the options, where that is not what it means as an option. */
  readonly bareOrigin?: OriginSemantics
  readonly credentials: CredentialSemantics
  /** The library does not start with everybody and credentials, unless this option is `true`. */
  readonly refusesOpenCredentials?: { readonly unless: string | undefined }
  readonly gate?: GateSemantics
  readonly untold?: UntoldSemantics
  /**
   * In which unit it is told how long browsers may keep the answer to a preflight; seconds unless told. A `duration` is a
   * text of its own, such as `'1 day'`.
   */
  readonly maxAgeUnit?: 'milliseconds' | 'duration'
  /** How long browsers may keep the answer to a preflight where the option is missing, in seconds. */
  readonly defaultMaxAge?: number
  readonly places: readonly Place[]
  readonly bare: BareSemantics
  readonly delegate?: Delegate
  /** An option that holds a function which is asked for all others; those beside it do not count. */
  readonly delegator?: { readonly option: string; readonly delegate: Delegate }
  /** The packages and the names of the types of its options: `const options: CorsOptions = { … }`. */
  readonly types?: readonly { readonly modules: readonly string[]; readonly names: readonly string[] }[]
  /** The text that a file has to contain, before anything is looked for. */
  readonly mention: RegExp
  /**
   * Texts of which a file has one although it may say nothing about CORS: packages that let browsers in without being
   * asked to.
   */
  readonly silentNames?: readonly string[]
  /** Whether it answers preflights by itself wherever it is put to work. */
  readonly answersPreflights: boolean
}
