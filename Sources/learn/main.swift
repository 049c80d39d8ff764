// learn: `@main`, nothing else.

import LearnCommands

await Learn.start()
