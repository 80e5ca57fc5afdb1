/** An origin that is on nobody's list: any website. */
export const STRANGER = 'https://evil.example'
