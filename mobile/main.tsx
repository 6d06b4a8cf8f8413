import '../ui/schemas.ts'
import { createRoot } from 'react-dom/client'
import '../ui/look.css'
import '../ui/large.css'
import '../ui/patterns.css'
import '../ui/phone/phone.css'
import './words.ts'
import { startLook } from '../ui/language.ts'
import { PhoneApp } from './PhoneApp.tsx'
import { registerShell } from './shell/register.ts'

startLook()
registerShell()
const root = document.getElementById('root')
if (root) createRoot(root).render(<PhoneApp />)
