import * as z from 'zod'

// Zod would try whether it may compile code, which the pages' content policy forbids and the browser reports as an error.
z.config({ jitless: true })
