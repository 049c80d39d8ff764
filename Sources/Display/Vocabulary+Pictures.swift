import Events

/// Shows grey pictures of equal size, side by side in a grid.
///
/// - Parameters:
///   - pixels: `[pictures × height × width]`, row by row, 0 for black to 1 for white; what lies outside is clipped.
///   - width: pixels of one picture from left to right.
///   - height: pixels of one picture from top to bottom.
///   - columns: how many pictures stand in one row of the grid; where it is `nil`, all of a dozen, of more a square.
///   - caption: what stands under the picture.
///   - alternative: a sentence that says what the picture shows, for readers who do not see it.
public func show(
  _ pixels: [Float], width: Int, height: Int, columns: Int? = nil, caption: String, alternative: String
) {
  guard width > 0, height > 0, !pixels.isEmpty, pixels.count % (width * height) == 0 else {
    stop("show: \(pixels.count) values do not fill pictures of \(width) × \(height)")
  }
  let count = pixels.count / (width * height)
  // A row of a dozen is read at a glance; more make a sheet, about as wide as it is high.
  let standard = count <= 12 ? count : Int(Float(count).squareRoot().rounded(.up))
  let columns = max(1, min(columns ?? standard, count))
  let rows = (count + columns - 1) / columns
  // One pixel between neighbours keeps them apart: dark between dark pictures, light between light ones.
  let sheetWidth = columns * (width + 1) - 1
  let sheetHeight = rows * (height + 1) - 1
  guard max(sheetWidth, sheetHeight) <= 16384 else {
    stop("show: a sheet of \(sheetWidth) × \(sheetHeight) is too large; show fewer pictures")
  }
  var light = 0
  for value in pixels where value > 0.5 { light += 1 }
  var bytes = [UInt8](repeating: light * 2 > pixels.count ? 255 : 0, count: sheetWidth * sheetHeight)
  for index in 0..<count {
    let left = index % columns * (width + 1)
    let top = index / columns * (height + 1)
    for y in 0..<height {
      for x in 0..<width {
        let value = pixels[(index * height + y) * width + x]
        bytes[(top + y) * sheetWidth + left + x] = value > 0 ? UInt8(min(value, 1) * 255 + 0.5) : 0
      }
    }
  }
  cell.say(
    .image(
      Picture(
        width: sheetWidth, height: sheetHeight, channels: .grey, bytes: bytes, caption: caption,
        alternative: alternative)))
}
