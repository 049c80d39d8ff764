// swift-format-ignore-file

extension Letters {
  /// The letters 7 to 13.
  static var middle: String {
    """
    LETTER THE SEVENTH

    Miss Hester Lacey to Miss Penelope Lacey

    Sedgecote, Thursday, the 21st of June

    My dear Pen,

    The piano is moved. I would not have missed it for the world, and I very nearly did miss it, for my aunt was \
    resolved not to be seen looking on, and Mrs. Culverhouse was resolved not to be seen looking on; and so the one \
    of them stood behind our hedge with an umbrella, and the other stood behind the churchyard wall with an umbrella, \
    and each of them could see the top of the other's umbrella perfectly well. I was sent into the road to give \
    orders as if they were my own. "Tell them to mind the pedals, Hester," said the hedge.

    It rained. The waggon came at nine, with two horses, and with the straw, and with a sailor. You will ask me what \
    a sailor had to do with it, and I shall tell you: he is Captain Merriden, the nephew of Mrs. Culverhouse, who has \
    come to the Lodge upon half pay and bears to see nothing lifted that is not lifted properly. He had the piano out \
    at the parlour window in slings, as if it were a bullock. He called it "she." He told the sexton to stand by and \
    the carter to belay, and when the sexton asked what that might be he said that it meant to take hold of something \
    and leave off talking.

    All went well as far as the church. There the road goes down and the water comes up, and the off horse, who had \
    never in his life been asked to draw an instrument, stood still to think of it. The waggon leaned. The straw \
    slid. Somewhere inside the piano a string gave way with a long deep note, and behind the wall, my dear Pen, and \
    behind the hedge, I heard two voices cry out together, "Oh, the poor thing!" and then there was a silence, and \
    both umbrellas went down. I believe that it is the first time in twenty years that they have been of one opinion.

    The Captain put his shoulder to the wheel, and Mr. Dunnock put his shoulder to the other wheel. I had not thought \
    that he would be strong. He lost one shoe, and he never left hold; and when the waggon stood upon the hard road \
    again he took off his hat to the off horse and thanked it. Between them they brought the piano up to the small \
    house with the large chimney, and took the door from its hinges, and had her in, as the Captain says, by half \
    past eleven; and then it was found that there was no longer any way for Mr. Dunnock to reach his bed except over \
    the stool.

    I went in for a moment out of the rain, with Betty, who was weeping. It is one room. There is a bed behind a \
    curtain, and there is a table with a great many papers, and a loaf of bread upon an almanack; and there is the \
    telescope, which stands now a little to the left, and looks out over the top of the piano like a camelopard \
    behind a wall.

    Mr. Dunnock begged me to look through it. I looked, and I saw a cloud, very large and very near. "It is a \
    particularly good cloud," said Mr. Dunnock; "I have had it since Monday." I asked what was behind it. He said \
    that behind it, if the almanack could be trusted, there was a comet.

    So there is a comet, my dear Pen. It is not to be seen at Exeter, for I know that you have not got it in your \
    barometers; but it is expected, and it will be at its brightest about the end of August, and Mr. Dunnock has \
    computed it himself upon the backs of his sermons. He has waited seven years for a comet. He said so quite \
    simply, as another man might say that he was waiting for the coach. "And if it should rain until September?" said \
    I. "Then, Miss Lacey," said he, "it will come again in a hundred and forty years; but I own that I had hoped for \
    this one."

    I remain, my dear Pen, your affectionate and much interested sister,

    Hester Lacey

    LETTER THE EIGHTH

    Miss Penelope Lacey to Miss Hester Lacey

    Exeter, Tuesday, the 26th of June

    My dear Hester,

    I make it fourteen lines. I have counted them twice, and Papa has counted them once, and he has gone upstairs to \
    write the number down. There were nine lines about the curate in your first letter, and there were eleven in your \
    second, and now there are fourteen, if we leave out the horse. Papa says that three observations are the \
    beginning of a science. I said that I hoped it might be the end of one; and he looked at me over his spectacles \
    and asked whether the young man knew anything about the pressure of the air.

    But you must not think that I have no news of my own. We have had a visit. The Miss Prewetts came at last, all \
    three, in one chaise, and sat upon one sofa; and the eldest told us that it was wet, and the second told us that \
    it had been wet for some time, and the youngest, who is the wit of the family, told us that it was fine weather \
    for ducks. Papa asked her upon what evidence. It has become a coolness, and I do not expect to see them again \
    before the spring.

    Now I shall propose a bet. You know that Papa does not approve of bets; but he does not approve of rain, and it \
    rains. I say that my aunt Ravenhill and Mrs. Culverhouse will not exchange a civil word before Michaelmas. I say \
    it because I am my aunt's niece, and have been told that I resemble her. If I am right, you shall give me a pair \
    of gloves; and if I am wrong, I shall give you a pair of gloves; and a note in the third person is not to count \
    as a civil word, however many compliments are presented in it.

    I have also a small matter to lay before you in confidence. You say of Captain Merriden that he calls a piano \
    "she," and that he put his shoulder to a wheel, and there you leave him. What is he like? Is he tall? Is he \
    brown? Does he laugh, or does he only give orders? I ask because the Dean's wife has a cousin in the navy and it \
    may be the same. It is not at all likely, but a person who has nothing to look at but an attorney must be allowed \
    to make inquiries.

    I remain, my dear Hester, your affectionate and purely scientific sister,

    Penelope Lacey

    LETTER THE NINTH

    Miss Hester Lacey to Miss Penelope Lacey

    Sedgecote, Tuesday, the 3rd of July

    My dear Pen,

    I take your bet. I take it with my eyes open, and it is to be a pair of gloves, and they are to be grey. You have \
    not seen my aunt behind the hedge. I do not say that it will be easy; I say only that there is a quarter of a \
    year in which to do it, and that it is raining, and that people who are kept indoors must either make peace or go \
    distracted.

    There is a second bet in the house. Captain Merriden, who dined here on Friday, has made it with my aunt. He has \
    wagered a guinea that there will not be three dry days together before harvest, and my aunt has taken it, because \
    she will not be told what to expect by the navy.

    You will ask me what he is like, and I shall tell you: he is tall; he is brown; and he laughs, and gives orders, \
    very often in the same breath. He told us at dinner that he had been eleven years at sea without being so wet as \
    in one month at the Lodge.

    My aunt had not wished to like him, on account of his aunt, and she was exceedingly stiff with him all through \
    the fish; but he asked for the receipt of the pudding, and wrote it down, and read it back to her like an order \
    of battle, and after that she called him a good young man. It is what she calls Mr. Dunnock. I do not know that \
    it is what I should call either of them, but I have not been asked.

    Now you must know how matters stand with the piano. When it had been two days in the small house both ladies \
    discovered that it ought to be played upon, or the damp would get into it. My aunt has it on Thursdays from two \
    to four. Mrs. Culverhouse has it on Fridays from two to four.

    They go there, my dear Pen, in state, each with her own music and her own candle; and poor Mr. Dunnock sits \
    behind it at his table and writes his sermon. He told me that he can now always tell by the sermon on which day \
    he wrote it. The part that was written on a Thursday is quick and severe, and the part that was written on a \
    Friday is full of feeling and has no end.

    I go with my aunt to turn over for her. She plays well, but there is a thing about it which I observed on the \
    first day and understood on the second. She plays only the lower half. She sits to the left side of the stool, \
    and her hands keep to the left side of the keys, and every now and then she comes to a bar and waits, with her \
    head up, as if somebody were about to answer; and nobody answers, and she goes on. I said nothing. But I asked \
    Mr. Dunnock in the porch, under the umbrella, how it was on Fridays. "On Fridays," said he, "it is all at the \
    top."

    He said that he hears the lower part on Thursday, and that he carries it in his head all through the Thursday \
    night, and that on Friday at two o'clock he hears the upper part; and that if a man had only a sufficiently good \
    memory he might have heard the whole piece by this time. "And is it a good piece, Mr. Dunnock?" said I. "Miss \
    Lacey," said he, "I believe that it is the prettiest thing in the world; but it breaks off." It breaks off always \
    in the same place. They both of them stop there, on the Thursday and on the Friday, in the middle of a bar, and \
    shut up the book.

    He has not seen a star since May. He has begun to teach Job the names of the stars instead, out of the almanack, \
    so that somebody may know them when they come back. I found them in the porch yesterday with a handful of dried \
    peas, laying out the Great Bear upon the floor; and Admiral, who has no respect for astronomy, had eaten the \
    tail.

    I remain, my dear Pen, your affectionate and musical sister,

    Hester Lacey

    LETTER THE TENTH

    Mrs. Culverhouse to Mrs. Ravenhill

    The Lodge, Friday, the 6th of July

    Mrs. Culverhouse presents her compliments to Mrs. Ravenhill, and begs leave to inform her that a candle-end was \
    found this afternoon upon the piano. It was a tallow candle. Mrs. Culverhouse burns wax. She makes no \
    observation, and she begs leave to return the candle.

    LETTER THE ELEVENTH

    Mrs. Ravenhill to Mrs. Culverhouse

    Sedgecote, Friday, the 6th of July

    Mrs. Ravenhill presents her compliments to Mrs. Culverhouse, and is obliged to her for the candle, which belongs \
    to Mr. Dunnock, who is poor. She has sent him a pound of wax ones in its place, and has told him that they come \
    from a neighbour. She has not said which. She hopes that Mrs. Culverhouse is satisfied with the word.

    LETTER THE TWELFTH

    Miss Hester Lacey to Miss Penelope Lacey

    Sedgecote, Monday, the 16th of July

    My dear Pen,

    I have quite made up my mind to like Mrs. Culverhouse. I know that it is treason. I know that if my aunt were to \
    see this letter I should be sent home by the next coach with my feet in the innkeeper's boots; but she is asleep \
    in her chair, and it is raining, and I must tell somebody. I met her in the lane on Saturday, and we could not \
    pass, for there was a cow. There was nothing for it but to stand still, she upon her side of the cow and I upon \
    mine; and presently she said to the cow, in a very deep voice, "I believe that this is Tabitha's niece."

    I said to the cow that I was. "She has her chin," said Mrs. Culverhouse; "I hope that she has not her temper." I \
    said that I had been told I had Papa's; and at that she laughed, my dear Pen, and it was the pleasantest laugh \
    that I have heard since I came. She is large, and she wears a cap that is like a ship of the line. She asked me \
    whether my aunt's cough was better. I said that it was. "I did not ask from any interest," said Mrs. Culverhouse; \
    and then she sent Job after me with a pot of black currant jelly, and told him to say that he had found it.

    And now, since I am confessing, I shall confess the rest. You have counted the lines, and Papa has written down \
    the numbers, and I suppose that you are both of you waiting for the fifth observation. Here it is.

    I like Mr. Dunnock a great deal. I like him better than any person I have met with in a wet summer; and I do not \
    know how it would be in a dry one, for I have never seen him in the sun. He has no conversation, and I could \
    listen to it for hours. He has one coat, and one room, and one comet, and he would lend you any of them. He has \
    not said a word to me that might not have been said before the whole parish, and I have remembered every one.

    So there you have it, and you may tell it to nobody, and you are not to read it to Papa with the egg. Yesterday \
    was Saint Swithin's day, and it rained from the first bell to the last, and Mr. Dunnock preached upon the \
    patience of Noah. My aunt said that the first half was very sound. The Captain says that we have now forty days \
    of it to come, and that his guinea is as good as in his pocket. I must seal this in the dark, for the candle is \
    out, and there is a note to be sealed as well, and Job is at the door with his cheese.

    I remain, my dear Pen, your affectionate and ridiculous sister,

    Hester Lacey

    LETTER THE THIRTEENTH

    Miss Hester Lacey to Mr. Dunnock

    Sedgecote, Monday, the 16th of July

    Dear Sir,

    My aunt Ravenhill desires me to thank you for the loan of the tuning fork, and to say that she has struck it \
    against the table, and against the fender, and against the boy, and that it says the same thing to all of them; \
    from which she concludes that it is the piano which is in the wrong. She has written to Mr. Voss at Sherborne to \
    come and tune it.

    I return the third volume of the Voyages with many thanks. You were so good as to say that I might keep it until \
    I knew how it ended; but I have found that I do not like to know how things end, and I stopped at the last page \
    but one.

    I am, Sir, your obliged and obedient servant,

    Hester Lacey


    """
  }
}
