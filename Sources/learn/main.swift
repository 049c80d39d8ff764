import LearnCommands

await Learn.start()
