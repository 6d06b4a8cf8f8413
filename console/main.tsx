import '../ui/schemas.ts'
import { createRoot } from 'react-dom/client'
import '../ui/look.css'
import '../ui/patterns.css'
import '../ui/large.css'
import './shell.css'
import './words.ts'
import { startLook } from '../ui/language.ts'
import { App } from './App.tsx'

startLook()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
