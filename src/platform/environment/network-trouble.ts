// Why an address could not be reached, in words.
import { codeOf } from './code-of.ts'

const causes: Record<string, (address: string) => string> = {
  ECONNREFUSED: (address) => `nothing listens at ${address}`,
  ENOTFOUND: (address) => `the host of ${address} is not known`,
  EAI_AGAIN: (address) => `the host of ${address} could not be looked up: the name server does not answer`,
  ETIMEDOUT: (address) => `${address} does not answer`,
  EHOSTUNREACH: (address) => `there is no way to ${address} in the network`,
  ENETUNREACH: (address) => `there is no way to ${address} in the network`,
  ECONNRESET: (address) => `${address} broke the connection off`,
  EPIPE: (address) => `${address} broke the connection off`,
  EPROTO: (address) => `${address} does not speak TLS`,
  ERR_SSL_WRONG_VERSION_NUMBER: (address) => `${address} does not speak TLS`,
  CERT_HAS_EXPIRED: (address) => `the certificate of ${address} has expired`,
  DEPTH_ZERO_SELF_SIGNED_CERT: (address) => `the certificate of ${address} is signed by nobody we trust`,
  SELF_SIGNED_CERT_IN_CHAIN: (address) => `the certificate of ${address} is signed by nobody we trust`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: (address) => `the certificate of ${address} is signed by nobody we trust`,
  ERR_TLS_CERT_ALTNAME_INVALID: (address) => `the certificate of ${address} is for another host`,
}

/** @param address host and port, or a URL, without a secret. Null: it is not about the network */
export function networkTrouble(error: unknown, address: string): string | null {
  const code = codeOf(error)
  if (code && causes[code]) return causes[code](address)
  // What `pg` and Slack's client say of their own time-outs has no code.
  if (error instanceof Error && /time(d |-)?out|timeout/i.test(`${error.name} ${error.message}`))
    return `${address} does not answer`
  return null
}
