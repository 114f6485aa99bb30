import { createRunner } from './runner.ts';
import { serve } from './serve.ts';

// The page's engine: a dedicated worker around the runner.
serve(self, createRunner());
