// swift-format-ignore-file

extension Letters {
  /// The title and the letters 1 to 6.
  static var beginning: String {
    """
    A LITTLE TO THE LEFT

    LETTER THE FIRST

    Miss Hester Lacey to Miss Penelope Lacey

    Sedgecote, Little Mallow, Tuesday, the 5th of June

    My dear Pen,

    You will ask me how I came, and I shall tell you: I came by water. I do not mean that I came by the sea, for the \
    road from Market Mallow is an honest road with a hedge on either side; but it had rained since Sunday, and the \
    last three miles were a river, and the post-boy, who was a philosopher, told me that I might be thankful it was \
    not a deeper one. I was thankful. I arrived at Sedgecote at six o'clock, with my bonnet in my lap and my feet in \
    a pair of boots which the innkeeper had lent me, and which must have been made for two persons.

    My aunt Ravenhill was at the door. She kissed me, and told me that I was wet, and that I was thin, and that I was \
    eleven minutes late; and having put the whole of my character into three sentences she was perfectly kind. There \
    was a fire, and there was soup, and between the soup and the mutton I was asked for news of Papa, and for news of \
    you, and for my opinion of the Corn Bill. I said that Papa was well, and that you were well, and that the soup \
    was excellent. My aunt said that I had answered like a member of Parliament.

    Now I must describe the household. It consists of my aunt, who governs; of Mrs. Gudgeon the cook, who is supposed \
    to be governed; of Betty, who weeps; of a boy of twelve, whose name is Job, and who carries the letters; and of \
    Admiral, who is a spaniel, and very fat, and who was so called because he has never been known to take orders \
    from anybody. It is Job whom you must thank for this letter. He is to walk to Market Mallow with it in the \
    morning, and has promised me upon his honour not to put it in the same pocket as the cheese.

    You will ask me what there is to look at. There is rain to look at. When it clears a little one may see the \
    church, and beyond it a small house with a very large chimney, and in the window of the small house a long brass \
    tube upon three legs, which points at the clouds all day long with the greatest patience in the world. "That," \
    said my aunt, "is the curate." I said that I took it for a telescope. "It is the same thing," said my aunt; "you \
    will never see the one without the other. His name is Mr. Dunnock. He is a good young man, and he has not seen a \
    star since May."

    There is also a quarrel, my dear Pen, and I have been three hours in the house and have heard only the half of \
    it. It has to do with a piano, and with poor old Miss Amory who died at Easter, and with Mrs. Culverhouse of the \
    Lodge, whose name may not be spoken at table before the cloth is drawn. I asked whether Mrs. Culverhouse was an \
    enemy of long standing. "My dear Hester," said my aunt, "she was my friend for twenty years, and nobody can be an \
    enemy of longer standing than that." I shall have the rest of it tomorrow, between the second cup of tea and the \
    third, when my aunt is always communicative.

    It is raining again; or rather, it is raining still. Kiss Papa for me, and tell him that the barometer here is \
    broken, and that nobody has thought it worth while to mend it, because it is never consulted by any but the cat.

    I remain, my dear Pen, your affectionate and very damp sister,

    Hester Lacey

    LETTER THE SECOND

    Miss Penelope Lacey to Miss Hester Lacey

    Exeter, Saturday, the 9th of June

    My dear Hester,

    Your letter came this morning, and it smelt of cheese. I do not blame Job. A boy of twelve has only so many \
    pockets, and honour is not a thing that keeps a letter dry. I read the whole of it to Papa at breakfast, apart \
    from the line about the barometer, which I kept from him until he had eaten his egg; for I knew that he would put \
    down his spoon, and he did put down his spoon. "Broken!" said Papa. "And nobody has mended it! Then how do they \
    know that it is raining?"

    You must understand that we are quite as wet as you are, but that we are wet upon principle. Papa has three \
    barometers now. There is the old one in the hall, and the new one in the study, and a third upon the stairs which \
    was bought to decide between the other two; and as it agrees with neither of them, he is thinking of a fourth. He \
    taps them all every morning in the same order, and then he looks out of the window and is surprised. I have told \
    him that a daughter with a wet bonnet is as good an instrument as any of them. He said that I had not been \
    properly divided into inches.

    You will ask me who has called. Nobody has called. The Miss Prewetts were to have come on Thursday, but it \
    rained; and the Dean's wife was to have come on Friday, but it rained; and on Saturday it rained so very hard \
    that Mr. Lamprey the attorney took shelter under our porch for a quarter of an hour, and I was so glad to see a \
    human creature that I sent him out a chair. He sat in it, my dear Hester, with his hat on, and his umbrella up, \
    and he bowed to me through the window. I call it the most successful visit of the month.

    But now to business. What sort of a quarrel is it? How can two ladies of sense be enemies on account of a piano? \
    And which of them plays upon it? You tell me that you have heard only the half; and then you kiss Papa, and you \
    are damp, and you are gone. It is not fair to a person who has nothing to look at but an attorney. I must have \
    the other half by the next post, or I shall make it up for myself, and you know that I always make up something \
    worse than the truth.

    As for the curate with the telescope, I have nothing to say about him at present. I say only that in the last \
    letter you wrote from Sidmouth there were nine lines about the bathing machines and not one about the curate, and \
    that in this letter there are nine lines about the curate. Papa says that nothing can be concluded from a single \
    observation. I have told him that I can wait for the second.

    I remain, my dear Hester, your affectionate and inquisitive sister,

    Penelope Lacey

    LETTER THE THIRD

    Miss Hester Lacey to Miss Penelope Lacey

    Sedgecote, Wednesday, the 13th of June

    My dear Pen,

    You shall have the other half of it, and you may read it to Papa, for there is no barometer in it. I had it from \
    my aunt on Wednesday between the second cup and the third; and I had it again from Mrs. Gudgeon on Friday, while \
    the pastry was resting; and I had it a third time from the sexton, who was not asked. They do not agree in \
    everything. But they all agree that it is a piano, and that it was made in London, and that it belonged to Miss \
    Amory, and that Miss Amory is dead.

    Miss Amory lived at the corner house with the green door for fifty years, and for forty of them she was at home \
    on Thursdays. On Thursdays my aunt came, and Mrs. Culverhouse came; and there was tea, and there was seed-cake, \
    and when the candles were lit the two ladies sat down side by side upon one stool and played duets. The sexton \
    says that they could be heard as far as the mill. And then, twenty years ago or very nearly, they rose up from \
    the stool in the middle of a piece, and took their bonnets, and went home by different sides of the road; and \
    they have kept to different sides of the road ever since.

    You will ask me why, and I shall tell you: nobody knows. My aunt says that Mrs. Culverhouse knows very well. The \
    sexton says that it was a question of politics. Mrs. Gudgeon says that it was a question of seed-cake. After that \
    Miss Amory was at home on Thursdays to my aunt, and on Fridays to Mrs. Culverhouse, and was exactly as fond of \
    the one as of the other, and gave them both the same cake, cut on the Thursday and finished on the Friday; and at \
    Easter she died, poor soul, and they stood on different sides of the grave.

    Now comes the will. It is a short will, for she had not much to leave. The house goes back to the landlord, and \
    the spoons go to a cousin at Wells; and then there is one line, which the whole of Little Mallow knows by heart. \
    "And the instrument in the blue parlour I leave to my dear friend and neighbour, who will know that it is meant \
    for her." That is all. My aunt knows that it is meant for her. Mrs. Culverhouse, I am told, knows that it is \
    meant for her. Nobody was ever so well understood by two people at once as poor Miss Amory.

    There were letters. There was very nearly a lawyer. My aunt would not give way, and Mrs. Culverhouse would not \
    give way; and meanwhile the landlord wished to let the house, and gave notice that on midsummer day whatever was \
    in the blue parlour would be put out into the road. "In this weather!" said my aunt, who had not spoken to the \
    landlord since he raised the rent of the long meadow, and who spoke to him then for a quarter of an hour. The end \
    of it was that both parties appealed to the curate. They could hardly appeal to the rector, because the rector \
    lives at Bath for his liver.

    Mr. Dunnock heard my aunt on Monday, and he heard Mrs. Culverhouse on Tuesday, and on Tuesday evening he came \
    through the rain to give his judgment. I had been told that he was shy. He is shy; he made his bow to the \
    spaniel; but when he had once begun he went through with it like a man walking into cold water. He said that he \
    could not tell to whom the piano belonged, and that he believed nobody could; but that a piano was not a thing to \
    be put out into the road, and that until it should be decided he would take it in himself.

    "And where will you put it, Mr. Dunnock?" said my aunt; "for you have only the one room, and there is the \
    telescope in that." He said that he had considered of it, and that the telescope might stand a little to the \
    left. I said that I hoped he would not find it inconvenient. "Miss Lacey," said he, "I have not seen a star since \
    May; and I think it will be a great comfort to have something in the room which is out of tune, and may be \
    mended." I thought that it was very well said, and I was sorry that he went away directly afterwards and left his \
    hat.

    I remain, my dear Pen, your affectionate and well informed sister,

    Hester Lacey

    LETTER THE FOURTH

    Mrs. Culverhouse to Mrs. Ravenhill

    The Lodge, Thursday, the 14th of June

    Mrs. Culverhouse presents her compliments to Mrs. Ravenhill, and begs leave to inform her that she consents to \
    the removal of her piano to the lodging of Mr. Dunnock, on the understanding that it is her piano. She is willing \
    to send the waggon and two horses. She hopes that Mrs. Ravenhill will be so obliging as to send the straw, as it \
    is well known that there is a great deal of straw at Sedgecote.

    LETTER THE FIFTH

    Mrs. Ravenhill to Mrs. Culverhouse

    Sedgecote, Thursday, the 14th of June

    Mrs. Ravenhill presents her compliments to Mrs. Culverhouse, and begs leave to inform her that there is always \
    straw at Sedgecote for a neighbour in want of it. She consents to the use of the waggon. She consents to the two \
    horses. She does not consent to the word "her," which has been used by Mrs. Culverhouse three times in as many \
    lines, and begs that in any further communication it may be replaced by the word "the."

    LETTER THE SIXTH

    Mrs. Ravenhill to Doctor Lacey

    Sedgecote, Saturday, the 16th of June

    My dear brother,

    Your daughter is well. She eats, she sleeps, and she walks out with the dog between the showers, which at present \
    means that she walks as far as the gate. I find her sensible and I find her cheerful. You have brought her up to \
    laugh at people, but you have brought her up to do it kindly, and I do not complain. She has your way of looking \
    at a thing with her head on one side, as if it might be a little to the left of where everybody else supposed it \
    to be.

    You write that I should make peace with Augusta Culverhouse. You have written so every summer for twenty years, \
    and every summer I have told you that I am perfectly ready to make peace as soon as she has said that she is \
    sorry. I do not ask for much. I do not ask for it in writing. If she were to say it in the lane, and in a low \
    voice, and in the rain, I should hear it. But she will not say it, brother; she has not the least idea of being \
    in the wrong; and she is quite mistaken.

    You ask in your postscript what the quarrel was about. I am surprised that you should ask. It was about a matter \
    of principle, and it was not about seed-cake, whatever may be said in my own kitchen. More than that I shall not \
    tell you, because it would look small upon paper. A great many matters of principle look small upon paper, and it \
    is for that reason that sensible people do not write them down.

    I beg that you will not send me a barometer. It is raining. I do not need to be told so by a Frenchman in a glass \
    tube, and I should only put it beside the other one, which has been broken since your last visit.

    I am, my dear brother, your affectionate sister, and in the right,

    Tabitha Ravenhill


    """
  }
}
