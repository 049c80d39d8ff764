// swift-format-ignore-file

extension Letters {
  /// The letters 14 to 23.
  static var end: String {
    """
    LETTER THE FOURTEENTH

    Mr. Dunnock to Miss Hester Lacey

    Little Mallow, Wednesday, the 18th of July

    Dear Madam,

    I have the honour to return to you a letter which was put into my hands by Job on Monday night, together with a \
    piece of cheese. It bore no direction, and I opened it, supposing it to be for me; and I had read twelve words \
    before I understood that it was not. The thirteenth was under the fold. I folded it up directly, and I have \
    sealed it with my own seal, and I beg that you will believe me when I say that I did not read the thirteenth.

    I ought to have brought it to you yesterday. I had my hat on to do so several times. The truth is, Madam, that \
    three of the twelve words were the name of your sister, with a compliment to her, and those I was able to put out \
    of my mind; but there remained nine, and I have been trying for two days to forget them, and I find that I have \
    not so good a command of my memory as a clergyman ought to have. I beg your pardon for it. It is raining too hard \
    to see anything tonight.

    I have the honour to be, Madam, your most obedient and most sorry servant,

    Theophilus Dunnock

    LETTER THE FIFTEENTH

    Miss Penelope Lacey to Miss Hester Lacey

    Exeter, Saturday, the 21st of July

    My dear Hester,

    Are you quite well? I have had a letter from you in which you call me "Dear Sir." You tell me that my aunt has \
    struck a fork against the boy, and that you return the third volume of the Voyages, which I never lent you; and \
    you remain my obliged and obedient servant. I read it to Papa at breakfast, and he put down his spoon. He said \
    that it was a remarkable effect of the damp. Then he said that if I had been sent a letter which was for a \
    gentleman, there must be somewhere a gentleman who had been sent a letter which was for me; and he left me to \
    think of it.

    I have thought of it, my dear Hester, until I am quite cold. What did you put in it? Was there anything about my \
    aunt? Was there anything about your obliged and obedient servant? Was there, and I ask it upon my knees, a fifth \
    observation? If there was, then I have nothing to advise. You must have the scarlet fever. You must have it at \
    once, and keep the house, and come home to us in September in a thick veil.

    I have another thing to tell you, and I had meant to tell it first. We have had a visit. On Thursday, at four \
    o'clock, in the worst of the rain, there came a knock at the door; and there stood upon the step a gentleman, \
    very tall, and very brown, and very wet, with a pot of black currant jelly in his hat. He said that his name was \
    Merriden; that he was on his way to Plymouth to ask for a ship; that Miss Lacey at Little Mallow had a sister at \
    Exeter; and that his aunt had told him to find the jelly a home.

    He stayed to drink tea. He stayed to look at the barometers. He tapped all three, Hester, in the right order, \
    without being told, and he said to Papa that in his opinion the one upon the stairs was the only honest \
    instrument of the three, because it had the courage to stand alone. Papa has not been so happy since the eclipse. \
    They are to write to one another. The Captain was to have gone on to Plymouth on Friday by the first coach; but \
    it rained, and he is gone only as far as the study.

    You will ask me what he is like, and I shall not tell you, for you have told me already: he is tall; he is brown; \
    and he laughs. I make it eleven lines. You need not count them, for Papa has done it.

    I remain, my dear Hester, your affectionate and much alarmed sister,

    Penelope Lacey

    LETTER THE SIXTEENTH

    Miss Hester Lacey to Miss Penelope Lacey

    Sedgecote, Thursday, the 26th of July

    My dear Pen,

    I have not the scarlet fever. I have been as scarlet as any person could wish, but it went off on the second day, \
    and I am now only pale. You shall have the letter with this one, under two seals, and when you have read it you \
    will know what it was that Mr. Dunnock had in his hands; and when you have read his you will know how much of it \
    he saw.

    Twelve words! I have said them over to myself, Pen, upon the stairs. "My dear Pen, I have quite made up my mind \
    to like." And there he stopped, because he is an honest man; and there he has been standing ever since, upon the \
    edge of the thirteenth word, in the rain.

    For what is he to think? He has the verb, and he has not the noun. It may be anything. It may be mutton. It may \
    be the country, or the navy, or his own self; and I cannot tell him that it is not his own self, because the \
    letter goes on to say that it is; and I cannot tell him that it is, because he has not asked. And the worst of it \
    is that the true word would be no comfort to anybody. I cannot walk up to a man who has not slept for two nights \
    and say to him, "Sir, it was Mrs. Culverhouse."

    We met in the lane on Sunday. We could not pass, for there was the same cow. He took off his hat, and he said \
    that it was a wet morning, and I said that it was; and he said that he had hoped to see me; and then he said \
    nothing for so long that the cow went home. "Miss Lacey," said he, "I have not read any further." I said that I \
    knew it. "I should like you to know," said he, "that I should have liked to"; and he put on his hat, and took it \
    off again, and went away over the stile with his hat in his hand and the rain upon his head.

    My aunt has observed nothing, which is to say that she has observed everything and is waiting for the third cup. \
    I am to go with her to the piano as usual from two to four. He sits at his table and I stand at the stool, and \
    there is the telescope between us, a little to the left; and I turn over for my aunt, and I have never once, my \
    dear Pen, turned over in the right place.

    I remain, my dear Pen, your affectionate and unfinished sister,

    Hester Lacey

    LETTER THE SEVENTEENTH

    Captain Merriden to Mrs. Culverhouse

    Exeter, Thursday, the 2nd of August

    My dear aunt,

    I have to report that I am still at Exeter. I made sail for Plymouth on Monday, and I put back for my umbrella; I \
    made sail again on Tuesday, and I put back for the Doctor's opinion of the wind; and it is now Thursday, and I am \
    of the opinion that Plymouth may be approached with more advantage later in the season. The jelly was delivered \
    in good order. The young lady of the house has a way of looking at a man with her head on one side, as if she had \
    bet upon him and did not mean to say how much.

    I have a favour to ask of you, ma'am. There is a pair of gloves which depends upon a civil word between yourself \
    and Mrs. Ravenhill. I am not at liberty to say which way I should like it to go. But I have served eleven years, \
    and I have seen a great many good ships kept apart by a thick fog and nothing else; and it always turned out in \
    the morning that they had been lying the whole night within hail.

    I am, my dear aunt, your dutiful and affectionate nephew,

    George Merriden

    LETTER THE EIGHTEENTH

    Miss Hester Lacey to Miss Penelope Lacey

    Sedgecote, Saturday, the 18th of August

    My dear Pen,

    Mr. Voss has come from Sherborne, and I have such a thing to tell you that I hardly know how to begin. He is a \
    very small old man with very large ears, and he had walked the last three miles, because the road was a river. He \
    came on Thursday, when it was my aunt's day; but as he was to be paid by both of them Mrs. Culverhouse would not \
    be kept out; and so for the first time in twenty years they were both in one room. They did not look at each \
    other. My aunt looked at the cloud, through the telescope, and Mrs. Culverhouse looked at the almanack.

    Mr. Voss struck a note, and shook his head; and he struck another note, and sighed. Then he said that there was \
    something in the piano that was not piano. He took out the board, and he put in his arm to the shoulder; and out \
    came a thimble, and a great many dried peas, which were Job's; and after them, from below the broken string, he \
    drew a letter. It was sealed, and it had slipped down behind the music, I suppose, and lain there for years. It \
    was directed in Miss Amory's own hand. It was directed to Mrs. Ravenhill and Mrs. Culverhouse, both the names in \
    one line, as nobody had written them for twenty years.

    Nobody moved. At last my aunt said, "Augusta, you have your spectacles"; and Mrs. Culverhouse said, "Tabitha, I \
    cannot see through them"; and indeed she could not. So Mr. Dunnock was asked to read it. I send you a copy, which \
    I made that same night. When he had done, my dear Pen, there was no sound but the rain; and then my aunt put on \
    her bonnet, and Mrs. Culverhouse put on hers, and they went home by different sides of the road. But I saw that \
    they walked slowly, and that they kept exactly level.

    I remain, my dear Pen, your affectionate and hopeful sister,

    Hester Lacey

    LETTER THE NINETEENTH

    Miss Amory to Mrs. Ravenhill and Mrs. Culverhouse

    The Corner House, a Thursday

    My dear Tabitha, and my dear Augusta,

    You went home an hour ago, and you have left your music, and I know very well what it was about, for I was \
    pouring out the tea. Tabitha said that Augusta had hurried. Augusta said that Tabitha had dragged. My dears, I \
    was listening, and I shall tell you what nobody else will: you were both of you quite right. The one had hurried \
    and the other had dragged, and it was very pretty, and I could have listened to it until midnight.

    I mean that the piano shall be yours when I have done with it. I shall not say whose, because it would be \
    foolish; there is room upon the stool for two, and there is nothing in the book for one. Come back on Thursday, \
    and begin again from the double bar. There will be seed-cake. I shall send this round by the boy as soon as I can \
    remember where I have put it down.

    I am, my dears, your affectionate friend and neighbour,

    Lavinia Amory

    LETTER THE TWENTIETH

    Mrs. Culverhouse to Mrs. Ravenhill

    The Lodge, Monday, the 27th of August

    My dear Tabitha,

    I hurried.

    Augusta

    LETTER THE TWENTY-FIRST

    Mrs. Ravenhill to Mrs. Culverhouse

    Sedgecote, Monday, the 27th of August

    My dear Augusta,

    I dragged. Come on Thursday, and bring your candle.

    Tabitha

    LETTER THE TWENTY-SECOND

    Miss Hester Lacey to Miss Penelope Lacey

    Sedgecote, Friday, the 31st of August

    My dear Pen,

    You owe me a pair of gloves. They are to be grey, and I shall be obliged to you if you will send them in time for \
    a wedding; but I must tell it in order, or Papa will put down his spoon. Yesterday was Thursday. It rained in the \
    morning, and it rained at noon; and at two o'clock my aunt took her music and her candle, and at the churchyard \
    gate stood Mrs. Culverhouse with hers, in the cap that is like a ship of the line. "You are eleven minutes late," \
    said my aunt. "I did not like to hurry," said Mrs. Culverhouse; and they took hold of one another by both hands, \
    in the rain.

    They sat down upon the one stool, my aunt to the left and Mrs. Culverhouse to the right, and they began from the \
    double bar. Oh, Pen! I had heard the lower half of it for two months, and Mr. Dunnock had put the two halves \
    together in his head; but neither of us had heard it. They hurried, and they dragged. They scolded each other all \
    the way down the page. And when they came to the place where it breaks off they did not break off; they looked at \
    one another, and they went over it like two old horses over a brook, and so to the end, and there was seed-cake.

    It was Job who saw it. He had gone out upon the step, and he came in again with his mouth open, and he said, \
    "Please, sir, it's stopped." Nobody understood him. "What has stopped?" said my aunt. "The rain, ma'am," said \
    Job; and then we all of us listened, and there was not a sound. We stayed until it was dark. The cloud that he \
    had had since Monday went away over the mill; and there, my dear Pen, over the top of the piano, a little to the \
    left, was a star.

    My aunt looked first, and said that it was very well kept. Mrs. Culverhouse looked, and could see nothing, and \
    found that she was weeping. Betty looked, and left off. Then Mr. Dunnock turned the telescope with his own hand \
    towards the north, and he looked for a long time, and he said in a low voice, "Miss Lacey, will you come here?" I \
    put my eye to it. I had supposed that a comet would be a fierce sort of thing; but it was quite small, and quite \
    still, with its hair blown back a little, like somebody who has run a great way to be in time.

    "Seven years," said I. "It was not so long as the last six weeks," said Mr. Dunnock. The ladies were quarrelling \
    over the cake, and nobody heard us but Admiral. "Miss Lacey," said he, "I have been a month and a half in the \
    middle of a sentence. I do not ask what the thirteenth word was. I ask only whether, if you had it to write \
    again, you could see your way to putting a different one." I said that the thirteenth word was Mrs. Culverhouse; \
    and I thought that I should never have done laughing, and he laughed too; and then I told him, my dear Pen, what \
    the other word was, and it was not mutton.

    I remain, my dear Pen, your affectionate, and perfectly dry, and perfectly happy sister,

    Hester Lacey

    LETTER THE TWENTY-THIRD

    Mrs. Ravenhill to Doctor Lacey

    Sedgecote, Tuesday, the 4th of September

    My dear brother,

    You may give your consent. He is a good young man, and the rector's liver is worse. They will have the house with \
    the green door; I have spoken to the landlord, and Augusta has spoken to the landlord, and he has come down \
    eleven pounds. The piano is to go back into the blue parlour, where it will belong to Augusta and to me, and will \
    be played upon by whoever is at home on Thursdays. The telescope will stand a little to the left.

    It has been dry for three days together, and I have the Captain's guinea. He paid it like a man who has won \
    something else. I say no more; but I would have you look up from your barometers, for I am told that he is still \
    upon his way to Plymouth, and that he has been upon his way for six weeks, and that he has never yet got further \
    than your study. Penelope has written to ask me for the receipt of the pudding. You will ask me what I conclude \
    from it, and I shall tell you: buy her a pair of gloves.

    You were right, and I was wrong, and it was I who dragged. You see that I put it in writing. It looks very small \
    upon paper, as I always said that it would, and I wonder that I could not see past it for twenty years. Augusta \
    desires to be remembered to you. She is sitting at the other side of the table and tells me that I am slow; and I \
    have told her that if she cannot wait until I have sealed my letter she may go home in the rain. For it is \
    raining again, my dear brother, and I find that I do not mind it in the least.

    I am, my dear brother, your affectionate sister,

    Tabitha Ravenhill

    """
  }
}
