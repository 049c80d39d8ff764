extension Formula { package var lines: [String] { [plainText] } }
