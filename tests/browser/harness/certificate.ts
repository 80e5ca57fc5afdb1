import { createHash, generateKeyPairSync, sign } from 'node:crypto'

/** A key and a certificate of its own, which nobody trusts who is not told to. */
export interface Certificate {
  readonly key: string
  readonly cert: string
  /** The hash of the public key by which Chromium is told to. */
  readonly fingerprint: string
}

/** Makes a certificate for one run, so that no key has to be kept. RFC 5280, in the fewest bytes. */
export function selfSigned(): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, Buffer.from('example.com')))))
  const validity = der(SEQUENCE, time('200101000000Z'), time('491231235959Z'))
  const body = der(SEQUENCE, der(INTEGER, Buffer.from([1])), ECDSA_SHA256, name, validity, name, spki)
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)])
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: pem(der(SEQUENCE, body, ECDSA_SHA256, der(BIT_STRING, signature))),
    fingerprint: createHash('sha256').update(spki).digest('base64'),
  }
}

const INTEGER = 0x02
const BIT_STRING = 0x03
const OBJECT_IDENTIFIER = 0x06
const UTF8_STRING = 0x0c
const UTC_TIME = 0x17
const SEQUENCE = 0x30
const SET = 0x31

/** 2.5.4.3 */
const COMMON_NAME = der(OBJECT_IDENTIFIER, Buffer.from('550403', 'hex'))
/** 1.2.840.10045.4.3.2 */
const ECDSA_SHA256 = der(SEQUENCE, der(OBJECT_IDENTIFIER, Buffer.from('2a8648ce3d040302', 'hex')))

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

function time(text: string): Buffer {
  return der(UTC_TIME, Buffer.from(text))
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
