import { hashes, verify } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'
import type { VerifySignature } from '../../modules/passes/rules.ts'

hashes.sha512 = sha512

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))

/** In plain JavaScript, for browsers whose WebCrypto has no Ed25519 (Chrome before 137) and pages that are not served securely. */
export const verifyInScript: VerifySignature = (publicKey, message, signature) => {
  try {
    return verify(signature, message, bytesOf(publicKey), { zip215: false })
  } catch {
    return false
  }
}

const imported = new Map<string, Promise<CryptoKey>>()
function keyOf(publicKey: string): Promise<CryptoKey> {
  const known = imported.get(publicKey) ?? crypto.subtle.importKey('raw', bytesOf(publicKey), 'Ed25519', false, ['verify'])
  imported.set(publicKey, known)
  return known
}

/** The browser's own Ed25519; throws where it has none. */
export const verifyInBrowser: VerifySignature = async (publicKey, message, signature) =>
  crypto.subtle.verify('Ed25519', await keyOf(publicKey), new Uint8Array(signature), new Uint8Array(message))

/** The phone's primitive for `verifyPass`. */
export const verifySignature: VerifySignature = async (publicKey, message, signature) => {
  try {
    return await verifyInBrowser(publicKey, message, signature)
  } catch {
    // no Ed25519 here: the answer must be the same, it only takes some milliseconds more
    return verifyInScript(publicKey, message, signature)
  }
}
