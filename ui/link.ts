/** The token of the link a resident came with (phone app); staff have a session cookie instead. */
let link: string | undefined

/** Called once by the phone app with the token in its address: every call then carries `Authorization: Link <token>`. */
export const carryLink = (token: string | undefined): void => { link = token }
export const currentLink = (): string | undefined => link
