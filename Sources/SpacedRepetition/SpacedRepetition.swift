// SpacedRepetition
