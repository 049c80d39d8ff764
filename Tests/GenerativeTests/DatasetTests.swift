import Generative
import Numerics
import Testing

@Suite struct DatasetTests {
  let small = Dataset(inputs: [0, 10, 1, 11, 2, 12, 3, 13], labels: [0, 1, 2, 1], features: 2, classes: 3)

  @Test func rowsStayWithTheirLabels() {
    #expect(small.count == 4)
    #expect(Array(small.row(2)) == [2, 12])
    #expect(small.rows([3, 0]) == [3, 13, 0, 10])
    #expect(small.indices(ofClass: 1) == [1, 3])
    #expect(small.subset([3]).labels == [1])
  }

  @Test func splitIsAPartitionAndRepeats() {
    let (train, test) = small.split(3, seed: 4)
    #expect((train.inputs + test.inputs).sorted() == small.inputs.sorted())
    #expect(train.count == 3 && test.count == 1)
    #expect(small.split(3, seed: 4).train.inputs == train.inputs)
    let everywhere = (0..<20).map { small.split(3, seed: $0).test.labels[0] }
    #expect(Set(everywhere) == [0, 1, 2])
  }

  @Test func stratifiedSplitKeepsProportions() {
    let (train, test) = Digits.all.stratifiedSplit(0.75, seed: 2)
    #expect(train.count + test.count == 1797)
    for label in 0..<10 {
      let all = Double(Digits.all.indices(ofClass: label).count)
      #expect(train.indices(ofClass: label).count == Int((all * 0.75).rounded(.toNearestOrEven)))
      #expect(train.indices(ofClass: label).count + test.indices(ofClass: label).count == Int(all))
    }
  }

  @Test func onlyRenumbersClasses() {
    let pair = small.only([2, 1])
    #expect(pair.labels == [1, 0, 1])
    #expect(pair.inputs == [1, 11, 2, 12, 3, 13])
    #expect(pair.classes == 2)
  }

  @Test func binarizedIsZeroOrOne() {
    #expect(small.binarized(at: 2).inputs == [0, 1, 0, 1, 1, 1, 1, 1])
  }

  @Test func meanOfAClassLeavesTheOthersOut() {
    let data = Dataset(inputs: [1, 2, 10, 20, 3, 6], labels: [0, 1, 0], features: 2, classes: 2)
    #expect(data.mean(ofClass: 0) == [2, 4])
    #expect(data.mean(ofClass: 1) == [10, 20])
  }

  @Test func pairsAreOfDifferentClasses() {
    var generator = RandomGenerator(seed: 4)
    let (train, _) = Digits.all.split(200, seed: 4)
    let (first, second) = train.pairs(50, using: &generator)
    #expect(first.count == 50 * 64 && second.count == 50 * 64)
    let judge = NearestNeighbours(train)
    #expect(zip(judge.classify(first), judge.classify(second)).allSatisfy { $0 != $1 })
  }

  @Test func mixingGoesFromOneToTheOther() {
    #expect(mix([1, -2], [3, 2], share: 0) == [1, -2])
    #expect(mix([1, -2], [3, 2], share: 0.25) == [1.5, -1])
    #expect(mix([1, -2], [3, 2], share: 1) == [3, 2])
  }

  @Test func withOtherInputsTheLabelsStay() {
    let codes = small.withInputs([5, 6, 7, 8], features: 1)
    #expect(codes.labels == small.labels && codes.classes == 3 && codes.inputs == [5, 6, 7, 8])
  }
}
