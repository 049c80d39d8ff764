// LearnCommands
