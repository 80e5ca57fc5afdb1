import { analysisOf, type Analyzed } from './analyses.ts'
import { mentionsIn } from './mentions.ts'
import type { OutgoingRequest, Policy, SocketServer } from './policy.ts'
import { policiesIn, type Source } from './policies.ts'
import { readRequests } from './readers/requests/index.ts'
import { readSocketServers } from './readers/sockets/index.ts'

/** What rules judge in a file; each part is read when the first rule asks, and once. */
export interface FileModel {
  readonly policies: readonly Policy[]
  /** Requests that are given CORS headers, among others. */
  readonly requests: readonly OutgoingRequest[]
  readonly socketServers: readonly SocketServer[]
}

const models = new WeakMap<object, FileModel>()

/**
 * The model of a file.
 *
 * @param source the file, as ESLint's `SourceCode` has it.
 * @param developmentGuards names that mean "development only" in this project.
 * @param filename the path of the file.
 */
export function modelOf(source: Source, developmentGuards: readonly string[] = [], filename = ''): FileModel {
  let model = models.get(source.ast)
  if (!model) models.set(source.ast, (model = new LazyModel(source, developmentGuards, filename)))
  return model
}

class LazyModel implements FileModel {
  private readonly source: Source
  private readonly developmentGuards: readonly string[]
  private readonly filename: string
  private foundRequests: readonly OutgoingRequest[] | undefined
  private foundServers: readonly SocketServer[] | undefined

  constructor(source: Source, developmentGuards: readonly string[], filename: string) {
    this.source = source
    this.filename = filename
    this.developmentGuards = developmentGuards
  }

  get policies(): readonly Policy[] {
    return policiesIn(this.source, this.developmentGuards, this.filename)
  }

  get requests(): readonly OutgoingRequest[] {
    return (this.foundRequests ??= mentionsIn(this.source, this.filename).cors ? readRequests(this.analyzed()) : [])
  }

  get socketServers(): readonly SocketServer[] {
    return (this.foundServers ??= mentionsIn(this.source, this.filename).sockets
      ? readSocketServers(this.analyzed())
      : [])
  }

  private analyzed(): Analyzed {
    return analysisOf(this.source, this.developmentGuards)
  }
}
