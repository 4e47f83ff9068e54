import { loadConfig } from '@eyeline/config';
import { EMOTIONS } from '@eyeline/contracts';
console.log(EMOTIONS, loadConfig);
